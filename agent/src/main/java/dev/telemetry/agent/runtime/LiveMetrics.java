package dev.telemetry.agent.runtime;

import dev.telemetry.agent.metrics.Metric;
import dev.telemetry.agent.metrics.MetricBinder;
import dev.telemetry.agent.settings.Settings;
import dev.telemetry.bus.Bus;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The metrics of the running agent: those that did not change keep their series, unless they have
 * reached their limit.
 */
final class LiveMetrics implements Reloadable {
  private final MetricBinder binder;
  private final Bus bus;
  private final Runnable flush;
  private List<Metric> now;

  /**
   * Takes what was bound at the start.
   *
   * @param flush reports what there is, so that what is about to go is told to its end
   */
  LiveMetrics(List<Metric> now, MetricBinder binder, Bus bus, Runnable flush) {
    this.now = now;
    this.binder = binder;
    this.bus = bus;
    this.flush = flush;
  }

  @Override
  public Set<String> sections() {
    return Collections.singleton("metrics");
  }

  @Override
  public void reload(Settings next, Changes changes) {
    List<Metric> before = now;
    if (next.metrics().equals(before) && !binder.anyFull()) {
      return;
    }
    List<Metric> anew = exchange(before, next.metrics());
    changes.compare("metrics", byName(before), byName(now), Metric::equals);
    anew.forEach(metric -> changes.add("series begin anew", metric.definition().name()));
  }

  /** The reporters have the word once nobody records any more into the series that go. */
  private List<Metric> exchange(List<Metric> before, List<Metric> wanted) {
    List<Metric> anew = binder.replace(wanted);
    now = wanted;
    try {
      bus.refresh();
      if (!anew.isEmpty() || !new HashSet<>(now).containsAll(before)) {
        flush.run();
      }
    } finally {
      binder.release();
    }
    return anew;
  }

  private static Map<String, Metric> byName(List<Metric> metrics) {
    return Changes.byName(metrics, metric -> metric.definition().name());
  }
}
