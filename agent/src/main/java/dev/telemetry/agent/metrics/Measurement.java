package dev.telemetry.agent.metrics;

import dev.telemetry.bus.Facts;

/** Takes out of an event what a metric measures. Thread-safe, allocates nothing. */
interface Measurement {
  String DURATION = "duration";
  String ACTIVE = "active";

  /** Stands for the duration of an event that has none by itself. */
  long NO_DURATION = Long.MIN_VALUE;

  /**
   * Returns the value as events measure it; NaN where the event has none.
   *
   * @param nanos how long a span took; {@link #NO_DURATION} where the event ends none
   */
  double of(long nanos, Facts facts);

  static boolean isActive(Metric metric) {
    return metric.definition().measurement().equals(ACTIVE);
  }

  static Measurement constant(double value) {
    return (nanos, facts) -> value;
  }

  static Measurement named(String name) {
    return name.equals(DURATION)
        ? Measurement::duration
        : (nanos, facts) -> facts.measurement(name);
  }

  static double duration(long nanos, Facts facts) {
    return nanos == NO_DURATION ? facts.measurement(DURATION) : nanos;
  }
}
