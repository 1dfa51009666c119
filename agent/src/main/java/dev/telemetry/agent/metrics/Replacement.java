package dev.telemetry.agent.metrics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What becomes of the metrics when others take their place; see {@link MetricBinder#replace}. */
public final class Replacement {
  private final List<Metric> come = new ArrayList<>();
  private final List<Metric> gone = new ArrayList<>();
  private final List<Metric> renewed = new ArrayList<>();
  private final List<MetricSeries> ended = new ArrayList<>();

  Replacement() {}

  void come(Metric metric) {
    come.add(metric);
  }

  void gone(Metric metric) {
    gone.add(metric);
  }

  /** Takes a metric that has new series, and those that it had. */
  void renewed(Metric metric, MetricSeries before) {
    renewed.add(metric);
    ended.add(before);
  }

  /** Returns what the metrics had before that have new series. */
  List<MetricSeries> ended() {
    return ended;
  }

  /** Returns the metrics that were not there before. */
  public List<Metric> come() {
    return Collections.unmodifiableList(come);
  }

  /** Returns the metrics that are no longer there. */
  public List<Metric> gone() {
    return Collections.unmodifiableList(gone);
  }

  /** Returns the metrics that stay with new series, because they had reached their limit. */
  public List<Metric> renewed() {
    return Collections.unmodifiableList(renewed);
  }

  /** Tells whether series are about to go. */
  public boolean endsSeries() {
    return !gone.isEmpty() || !renewed.isEmpty();
  }

  /** Tells whether the event of this name feeds other metrics or series than before. */
  public boolean affects(String event) {
    return feeds(event, come) || feeds(event, gone) || feeds(event, renewed);
  }

  private static boolean feeds(String event, List<Metric> metrics) {
    for (Metric metric : metrics) {
      if (Measurement.of(metric.definition(), event) != null) {
        return true;
      }
    }
    return false;
  }
}
