package dev.telemetry.instrumentation.measured;

import dev.telemetry.bus.Bus;
import dev.telemetry.instrumentation.Rounds;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongPredicate;

/** Clears spans that nobody closes, so that an application's keys do not stay for good. */
final class Sweeper implements LongPredicate {
  private final Map<String, Pairs> pairs = new ConcurrentHashMap<>();
  private final Rounds rounds = new Rounds("telemetry-measured", this);

  /** Returns the spans of a name, always the same. */
  Pairs pairs(Bus bus, String name) {
    return pairs.computeIfAbsent(name, unseen -> new Pairs(bus, unseen, this));
  }

  /** A span has been opened. */
  void wake() {
    rounds.wake();
  }

  @Override
  public boolean test(long nowNanos) {
    boolean open = false;
    for (Pairs each : pairs.values()) {
      open |= each.sweep(nowNanos);
    }
    return open;
  }
}
