package dev.telemetry.instrumentation.micrometer;

import dev.telemetry.instrumentation.PulledValues.Sink;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One reading of all registries: each number is taken once. Used by one thread. */
final class Pull {
  private final Sink sink;
  private final Shown shown;
  private final Map<List<String>, Taken> taken = new LinkedHashMap<>();

  Pull(Sink sink, Shown shown) {
    this.sink = sink;
    this.shown = shown;
  }

  /** Takes a number: from the registry that it was last of, else from the oldest that has it. */
  void take(Registry from, Reading reading, double value) {
    boolean finite = !Double.isNaN(value) && !Double.isInfinite(value);
    if (finite && (!taken.containsKey(reading.key) || shown.isOf(from, reading))) {
      taken.put(reading.key, new Taken(from, reading, value));
    }
  }

  /** Hands over what was taken; what was in none of the registries is gone. */
  void end() {
    taken
        .values()
        .forEach(number -> shown.of(number.from, number.reading).record(number.value, sink));
    shown.keep(taken.keySet(), sink);
  }

  /** A number that was taken. */
  private static final class Taken {
    final Registry from;
    final Reading reading;
    final double value;

    Taken(Registry from, Reading reading, double value) {
      this.from = from;
      this.reading = reading;
      this.value = value;
    }
  }
}
