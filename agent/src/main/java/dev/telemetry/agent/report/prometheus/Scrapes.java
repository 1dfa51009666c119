package dev.telemetry.agent.report.prometheus;

import dev.telemetry.agent.metrics.Metric;
import dev.telemetry.agent.metrics.Series;
import dev.telemetry.agent.metrics.SeriesRegistry;
import dev.telemetry.agent.report.LossReason;
import io.prometheus.metrics.model.snapshots.DataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the registry, one scrape at a time; between them nothing is kept but windows. */
final class Scrapes {
  static final LossReason LABELS_TAKEN =
      new LossReason(
          "labels taken",
          "two series of a family have the same labels once written for Prometheus",
          "tags whose names differ in more than dots and underscores");

  private final SeriesRegistry registry;
  private final Kinds kinds;
  private final Map<String, String> globalTags;
  private final Losses losses;

  Scrapes(SeriesRegistry registry, Kinds kinds, Map<String, String> globalTags, Losses losses) {
    this.registry = registry;
    this.kinds = kinds;
    this.globalTags = globalTags;
    this.losses = losses;
  }

  /** Reads all series that are Prometheus' to see. */
  synchronized Scrape take() {
    Map<Metric, List<Series>> byMetric = new HashMap<>();
    registry.forEachOf(
        PrometheusReporterFactory.NAME,
        series ->
            byMetric.computeIfAbsent(series.metric(), first -> new ArrayList<>()).add(series));
    List<MetricSnapshot> read = new ArrayList<>();
    kinds.windows().begin();
    for (Family family : new Families(kinds, losses).of(byMetric)) {
      read(family, family.kind(), read);
    }
    kinds.windows().end();
    return new Scrape(read);
  }

  private <P extends DataPointSnapshot> void read(
      Family family, Kind<P> kind, List<MetricSnapshot> families) {
    Labeling labeling = family.labeling(globalTags);
    List<P> points = new ArrayList<>();
    Set<Labels> taken = new HashSet<>();
    for (Series series : family.series()) {
      Labels labels = labeling.of(series);
      if (taken.add(labels)) {
        read(series, labels, kind, points);
      } else {
        losses.add(LABELS_TAKEN, 1, family + " has series that differ in no label");
      }
    }
    if (!points.isEmpty()) {
      families.add(kind.family(family.metadata(), points));
    }
  }

  private <P extends DataPointSnapshot> void read(
      Series series, Labels labels, Kind<P> kind, List<P> points) {
    try {
      P point = kind.read(series, labels);
      if (point != null) {
        points.add(point);
      }
    } catch (Throwable foreign) {
      // A value that is observed elsewhere cannot be read: the other series are not to suffer.
      losses.add(
          LossReason.UNREADABLE, 1, series.metric() + " can't be read: " + foreign.getClass());
    }
  }
}
