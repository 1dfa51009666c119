package dev.telemetry.agent.report.prometheus;

import dev.telemetry.agent.metrics.Metric;
import dev.telemetry.agent.metrics.Series;
import dev.telemetry.agent.report.LossReason;
import dev.telemetry.instrumentation.MetricType;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.PrometheusNaming;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A counter, or a sum that only grows. */
final class CounterKind extends Kind<CounterDataPointSnapshot> {
  static final LossReason NEGATIVE =
      new LossReason(
          "negative sum",
          "a sum is below zero, and a counter of Prometheus cannot be",
          "name the metric under `reporters.prometheus.gauges`");

  private final Losses losses;

  CounterKind(Losses losses) {
    super("_total");
    this.losses = losses;
  }

  /** What a counter counts has no unit, whatever that of the measurement is. */
  @Override
  String unit(Metric metric) {
    return isCount(metric) ? "" : super.unit(metric);
  }

  @Override
  String stem(String name) {
    return PrometheusNaming.sanitizeMetricName(name);
  }

  @Override
  @Nullable CounterDataPointSnapshot read(Series series, Labels labels) {
    double value = isCount(series.metric()) ? series.count() : series.sum();
    if (value < 0) {
      String name = series.metric().definition().name();
      losses.add(NEGATIVE, 1, name + " is below zero; name it under reporters.prometheus.gauges");
      return null;
    }
    return Double.isNaN(value) ? null : new CounterDataPointSnapshot(value, labels, null, 0);
  }

  private static boolean isCount(Metric metric) {
    return metric.definition().type() == MetricType.COUNTER;
  }

  @Override
  MetricSnapshot family(MetricMetadata metadata, List<CounterDataPointSnapshot> points) {
    return new CounterSnapshot(metadata, points);
  }
}
