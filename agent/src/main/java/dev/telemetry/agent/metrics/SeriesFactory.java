package dev.telemetry.agent.metrics;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes the series that a metric's type asks for, and enters them into the table. */
final class SeriesFactory implements Function<@Nullable String[], Series> {
  private final Metric metric;
  private final SeriesTable table;
  private final SampleBuffer samples;

  SeriesFactory(Metric metric, SeriesTable table, SampleBuffer samples) {
    this.metric = metric;
    this.table = table;
    this.samples = samples;
  }

  @Override
  public Series apply(@Nullable String[] tagValues) {
    Series series = newSeries(tagValues);
    table.add(series);
    return series;
  }

  private Series newSeries(@Nullable String[] tagValues) {
    switch (metric.definition().type()) {
      case COUNTER:
        return new CountSeries(metric, tagValues);
      case SUM:
        return new SumSeries(metric, tagValues);
      case LAST_VALUE:
        return Measurement.isActive(metric)
            ? new ActiveSeries(metric, tagValues)
            : new LastValueSeries(metric, tagValues);
      default:
        return new ValueSeries(metric, tagValues, samples);
    }
  }
}
