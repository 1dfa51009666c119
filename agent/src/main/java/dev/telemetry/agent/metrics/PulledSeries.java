package dev.telemetry.agent.metrics;

import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.PulledValues;

/** Puts values that are kept elsewhere into series, within the limit of each metric. */
public final class PulledSeries implements PulledValues.Sink {
  private final SeriesRegistry registry;

  /** Takes where the series are. */
  public PulledSeries(SeriesRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void record(MetricDefinition metric, String[] tagValues, double measured) {
    registry.series(Metric.of(metric), tagValues).record(measured);
  }

  @Override
  public void remove(MetricDefinition metric, String[] tagValues) {
    registry.remove(registry.series(Metric.of(metric), tagValues));
  }
}
