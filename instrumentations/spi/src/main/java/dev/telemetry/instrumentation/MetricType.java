package dev.telemetry.instrumentation;

/** What becomes of the values that a metric is given. */
public enum MetricType {
  /** Counts events, whatever they measure. */
  COUNTER,
  /** Adds values up. */
  SUM,
  /** Keeps the newest value. */
  LAST_VALUE,
  /** Count, sum, maximum and quantiles of values. */
  SUMMARY,
  /** Count, sum and buckets of values. */
  DISTRIBUTION
}
