package dev.telemetry.agent.metrics;

import dev.telemetry.agent.log.AgentLog;

/**
 * Is told once for each metric what somebody should read about it.
 *
 * <p>Called on emitting threads: must be fast, thread-safe and must not throw.
 */
public interface MetricWarnings {

  /**
   * The metric has so many series that the values of further ones go to {@code _other}.
   *
   * @param limit how many series it may have
   */
  void seriesLimitReached(Metric metric, int limit);

  /** The metric could not take a value, for the first time; later failures are only counted. */
  void metricFailed(Metric metric, Throwable failure);

  /** Says them in a log. */
  static MetricWarnings to(AgentLog log) {
    return new LoggedWarnings(log);
  }

  /** Hears nothing. */
  static MetricWarnings none() {
    return new NoWarnings();
  }
}
