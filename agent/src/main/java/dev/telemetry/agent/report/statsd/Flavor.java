package dev.telemetry.agent.report.statsd;

import dev.telemetry.agent.metrics.Series;
import dev.telemetry.instrumentation.MetricType;

/** What the servers of one kind expect where the others expect something else. Immutable. */
interface Flavor {

  /** Returns what stands in front of the value's colon. */
  String head(Series series);

  /** Returns what stands behind the type and the rate; empty for nothing. */
  String tail(Series series);

  /** Returns the type of a single value: {@code ms}, {@code h} or {@code d}. */
  String valueType(MetricType type, boolean duration);

  /**
   * Tells whether a gauge that begins with a sign is a step: a sum is sent as one, and a negative
   * value has to be reached from zero.
   */
  boolean signedGaugesAreSteps();
}
