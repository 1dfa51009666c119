package dev.telemetry.agent.report.prometheus;

import dev.telemetry.agent.metrics.Metric;
import dev.telemetry.agent.metrics.Series;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** A value that goes up and down. */
final class GaugeKind extends Kind<GaugeDataPointSnapshot> {
  private final ToDoubleFunction<Series> value;

  /**
   * Takes what is shown of a series.
   *
   * @param value NaN where it has none
   */
  GaugeKind(ToDoubleFunction<Series> value) {
    this.value = value;
  }

  /** A gauge alone can be a ratio. */
  @Override
  String unit(Metric metric) {
    return UnitWords.of(metric.unit().symbol());
  }

  @Override
  @Nullable GaugeDataPointSnapshot read(Series series, Labels labels) {
    double now = value.applyAsDouble(series);
    return Double.isNaN(now) ? null : new GaugeDataPointSnapshot(now, labels, null);
  }

  @Override
  MetricSnapshot family(MetricMetadata metadata, List<GaugeDataPointSnapshot> points) {
    return new GaugeSnapshot(metadata, points);
  }
}
