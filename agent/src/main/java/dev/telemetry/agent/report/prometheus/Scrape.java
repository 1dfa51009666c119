package dev.telemetry.agent.report.prometheus;

import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.List;

/** Everything that is shown, as it was at one moment. Immutable. */
final class Scrape {
  private final MetricSnapshots snapshots;
  private final int series;

  Scrape(List<MetricSnapshot> families) {
    snapshots = new MetricSnapshots(families);
    series = families.stream().mapToInt(family -> family.getDataPoints().size()).sum();
  }

  MetricSnapshots snapshots() {
    return snapshots;
  }

  /** Returns how many series there are in it. */
  int series() {
    return series;
  }
}
