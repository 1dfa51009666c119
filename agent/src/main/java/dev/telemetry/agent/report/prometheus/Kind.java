package dev.telemetry.agent.report.prometheus;

import dev.telemetry.agent.metrics.Metric;
import dev.telemetry.agent.metrics.Series;
import io.prometheus.metrics.model.snapshots.DataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a metric is to Prometheus, and how its series are read.
 *
 * @param <P> a series as it was at one moment
 */
abstract class Kind<P extends DataPointSnapshot> {
  private final String[] suffixes;

  /**
   * Names what is written beside the plain name.
   *
   * @param suffixes of the names of samples
   */
  Kind(String... suffixes) {
    this.suffixes = suffixes;
  }

  /** Returns the suffixes that the names of its samples have. */
  final String[] suffixes() {
    return suffixes.clone();
  }

  /** Returns the word for the unit that ends the name; empty for none. */
  String unit(Metric metric) {
    String unit = UnitWords.of(metric.unit().symbol());
    return unit.equals(UnitWords.RATIO) ? "" : unit;
  }

  /** Returns a name without what its samples' names will add. */
  String stem(String name) {
    return name;
  }

  /** Returns the label that is Prometheus' own here; null for none. */
  @Nullable String ownLabel() {
    return null;
  }

  /** Reads a series; null where it has no value. */
  abstract @Nullable P read(Series series, Labels labels);

  abstract MetricSnapshot family(MetricMetadata metadata, List<P> points);
}
