package dev.telemetry.agent.report.prometheus;

import dev.telemetry.agent.metrics.Metric;
import dev.telemetry.agent.metrics.Series;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.PrometheusNaming;
import io.prometheus.metrics.model.snapshots.Unit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What stands under one name: a metric with its series, or several of the same name and kind. */
final class Family {
  private final Metric first;
  private final Kind<?> kind;
  private final String unit;
  private final String name;
  private final Map<Metric, List<Series>> series = new LinkedHashMap<>();

  Family(Metric first, Kind<?> kind) {
    this.first = first;
    this.kind = kind;
    unit = kind.unit(first);
    String bare = kind.stem(Names.clean(first.definition().name()));
    boolean complete = unit.isEmpty() || bare.endsWith("_" + unit);
    name = PrometheusNaming.sanitizeMetricName(complete ? bare : bare + "_" + unit);
  }

  /** Tells whether a metric differs from the first in its tags alone. */
  boolean takes(Metric metric) {
    return metric.definition().name().equals(first.definition().name())
        && metric.definition().type() == first.definition().type()
        && metric.unit().equals(first.unit());
  }

  void add(Metric metric, List<Series> all) {
    series.put(metric, all);
  }

  /** Returns every name that its samples have, and its own. */
  List<String> names() {
    List<String> names = new ArrayList<>(Collections.singletonList(name));
    for (String suffix : kind.suffixes()) {
      names.add(name + suffix);
    }
    return names;
  }

  Kind<?> kind() {
    return kind;
  }

  /** Returns the one that has given its name. */
  Metric metric() {
    return first;
  }

  Labeling labeling(Map<String, String> globalTags) {
    return new Labeling(series.keySet(), globalTags, kind.ownLabel());
  }

  List<Series> series() {
    List<Series> all = new ArrayList<>();
    series.values().forEach(all::addAll);
    return all;
  }

  MetricMetadata metadata() {
    String description = first.definition().description();
    return new MetricMetadata(
        name, description.isEmpty() ? null : description, unit.isEmpty() ? null : new Unit(unit));
  }

  @Override
  public String toString() {
    return name;
  }
}
