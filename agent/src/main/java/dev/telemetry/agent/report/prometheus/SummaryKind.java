package dev.telemetry.agent.report.prometheus;

import dev.telemetry.agent.metrics.Series;
import dev.telemetry.agent.metrics.ValueSnapshot;
import io.prometheus.metrics.model.snapshots.Exemplars;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.Quantile;
import io.prometheus.metrics.model.snapshots.Quantiles;
import io.prometheus.metrics.model.snapshots.SummarySnapshot;
import io.prometheus.metrics.model.snapshots.SummarySnapshot.SummaryDataPointSnapshot;
import java.util.ArrayList;
import java.util.List;

/** A summary: count and sum of all values, the quantiles of those of the last minutes. */
final class SummaryKind extends Kind<SummaryDataPointSnapshot> {
  private final QuantileWindows windows;

  SummaryKind(QuantileWindows windows) {
    super("_count", "_sum");
    this.windows = windows;
  }

  @Override
  String ownLabel() {
    return "quantile";
  }

  @Override
  SummaryDataPointSnapshot read(Series series, Labels labels) {
    ValueSnapshot all = series.values();
    Quantiles quantiles = all.count() == 0 ? Quantiles.EMPTY : quantiles(series, all);
    return new SummaryDataPointSnapshot(
        series.count(), series.sum(), quantiles, labels, Exemplars.EMPTY, 0);
  }

  private Quantiles quantiles(Series series, ValueSnapshot all) {
    ValueSnapshot latest = windows.latest(series, all);
    List<Quantile> quantiles = new ArrayList<>();
    for (double percentile : series.metric().percentiles()) {
      quantiles.add(new Quantile(percentile, latest.quantile(percentile)));
    }
    return Quantiles.of(quantiles);
  }

  @Override
  MetricSnapshot family(MetricMetadata metadata, List<SummaryDataPointSnapshot> points) {
    return new SummarySnapshot(metadata, points);
  }
}
