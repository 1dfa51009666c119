package dev.telemetry.instrumentation.micrometer;

import dev.telemetry.instrumentation.PulledValues.Sink;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One reading of all registries: each number is taken once. Used by one thread. */
final class Pull {
  private final Sink sink;
  private final Shown shown;
  private final Set<List<String>> taken = new HashSet<>();

  Pull(Sink sink, Shown shown) {
    this.sink = sink;
    this.shown = shown;
  }

  /** Takes a number, unless an older registry had it. */
  void take(Reading reading, double value) {
    boolean finite = !Double.isNaN(value) && !Double.isInfinite(value);
    if (finite && taken.add(reading.key)) {
      shown.of(reading).record(value, sink);
    }
  }

  /** Ends it: what was in none of the registries is gone. */
  void end() {
    shown.keep(taken, sink);
  }
}
