package dev.telemetry.agent.metrics;

import dev.telemetry.bus.Facts;
import org.jspecify.annotations.Nullable;

/** One metric bound to one event. */
final class Binding {
  private final Measurement measurement;
  private final MetricSeries series;
  private final FactTexts texts;
  private final @Nullable MetadataFilter filter;

  Binding(Measurement measurement, MetricSeries series, FactTexts texts) {
    this.measurement = measurement;
    this.series = series;
    this.texts = texts;
    this.filter = series.metric().filter();
  }

  /** Records the event; whatever goes wrong stays in here. */
  void record(long nanos, Facts facts, @Nullable Throwable error) {
    try {
      if (filter != null && !filter.admits(texts, facts, error)) {
        return;
      }
      double value = measurement.of(nanos, facts);
      if (Double.isNaN(value) || Double.isInfinite(value)) {
        series.skip();
      } else {
        take(series.of(texts, facts, error), value);
      }
    } catch (Throwable failure) {
      series.failed(failure);
    }
  }

  private void take(Series one, double value) {
    if (measurement.isStep()) {
      one.step(value);
    } else {
      one.record(value);
    }
  }
}
