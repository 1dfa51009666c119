package dev.telemetry.agent.metrics;

/**
 * Keeps the values of a series that is only read: asked whenever a reporter reads it.
 *
 * <p>Must be thread-safe. What a source does not know it leaves as it is here.
 */
public interface SeriesSource {

  /** Returns how many values there have been. */
  default long count() {
    return 0;
  }

  /** Returns the sum of all values in the metric's unit. */
  default double sum() {
    return Double.NaN;
  }

  /** Returns the newest value in the metric's unit. */
  default double lastValue() {
    return Double.NaN;
  }
}
