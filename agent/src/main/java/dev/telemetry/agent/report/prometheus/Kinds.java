package dev.telemetry.agent.report.prometheus;

import dev.telemetry.agent.metrics.Metric;
import dev.telemetry.agent.metrics.Series;
import java.util.function.LongSupplier;

/** Tells which kind a metric is of, by its definition alone. */
final class Kinds {
  private final PrometheusConfig config;
  private final QuantileWindows windows;
  private final Kind<?> counter;
  private final Kind<?> sumThatGoesDown = new GaugeKind(Series::sum);
  private final Kind<?> gauge = new GaugeKind(Series::lastValue);
  private final Kind<?> summary;
  private final Kind<?> histogram = new HistogramKind();

  /**
   * Makes the kinds.
   *
   * @param nanos as {@link System#nanoTime()}
   */
  Kinds(PrometheusConfig config, Losses losses, LongSupplier nanos) {
    this.config = config;
    windows = new QuantileWindows(nanos);
    counter = new CounterKind(losses);
    summary = new SummaryKind(windows);
  }

  Kind<?> of(Metric metric) {
    switch (metric.definition().type()) {
      case COUNTER:
        return counter;
      case SUM:
        return config.isGauge(metric.definition().name()) ? sumThatGoesDown : counter;
      case LAST_VALUE:
        return gauge;
      case SUMMARY:
        return summary;
      default:
        return histogram;
    }
  }

  QuantileWindows windows() {
    return windows;
  }
}
