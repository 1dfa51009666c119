package dev.telemetry.agent.metrics;

import org.jspecify.annotations.Nullable;

/** A view of values that are kept elsewhere. */
final class ObservedSeries extends Series {
  private final SeriesSource source;

  ObservedSeries(Metric metric, @Nullable String[] tagValues, SeriesSource source) {
    super(metric, tagValues);
    this.source = source;
  }

  /** Does nothing: what is observed is recorded elsewhere. */
  @Override
  public void record(double measured) {}

  @Override
  public long count() {
    return source.count();
  }

  @Override
  public double sum() {
    return source.sum();
  }

  @Override
  public double lastValue() {
    return source.lastValue();
  }
}
