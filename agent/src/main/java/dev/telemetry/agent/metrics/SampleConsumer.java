package dev.telemetry.agent.metrics;

/** Takes single values out of {@link SeriesRegistry#drain}. */
@FunctionalInterface
public interface SampleConsumer {

  /**
   * One value, or one rounded value that stands for several.
   *
   * @param value in the metric's unit
   * @param count 1 for an exact value; more where values came faster than they were drained and
   *     were counted by buckets, none of which is wider than an eighth of its value
   */
  void sample(Series series, double value, long count);
}
