package dev.telemetry.agent.report.otlp;

import dev.telemetry.instrumentation.MetricDefinition;

/** What a metric is in OTLP, by its type and by the conventions. */
enum MetricShape {
  /** The newest value. */
  GAUGE(5),
  /** A last value that adds up over its attributes: a sum that is always told as a whole. */
  UP_DOWN(7),
  /** A sum whose steps may be negative: always told as a whole too. */
  SUM(7),
  /** A sum that only grows. */
  GROWING_SUM(7),
  /** A number of events: a sum of whole numbers that only grows. */
  COUNT(7),
  /** Numbers of values by explicit buckets. */
  HISTOGRAM(9),
  /** Count, sum and quantiles. */
  SUMMARY(11);

  /** The field of {@code Metric} in metrics.proto. */
  final int field;

  MetricShape(int field) {
    this.field = field;
  }

  /** Returns the shape of a metric. */
  static MetricShape of(MetricDefinition definition) {
    switch (definition.type()) {
      case COUNTER:
        return COUNT;
      case SUM:
        return Conventions.isCounter(definition) ? GROWING_SUM : SUM;
      case LAST_VALUE:
        return Conventions.isUpDownCounter(definition) ? UP_DOWN : GAUGE;
      case DISTRIBUTION:
        return HISTOGRAM;
      default:
        return SUMMARY;
    }
  }

  /** Tells whether it is a sum, which says of itself whether it only grows. */
  boolean isSum() {
    return field == COUNT.field;
  }

  /** Tells whether it only grows. */
  boolean isMonotonic() {
    return this == COUNT || this == GROWING_SUM;
  }

  /** Tells whether it can be told by steps, for those who want them. */
  boolean hasSteps() {
    return isMonotonic() || this == HISTOGRAM;
  }

  /** Tells whether each value stands for itself, and none is to be told later. */
  boolean isMomentary() {
    return this == GAUGE || this == UP_DOWN;
  }
}
