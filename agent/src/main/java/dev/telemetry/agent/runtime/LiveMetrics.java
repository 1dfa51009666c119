package dev.telemetry.agent.runtime;

import dev.telemetry.agent.metrics.Metric;
import dev.telemetry.agent.metrics.MetricBinder;
import dev.telemetry.agent.settings.Settings;
import dev.telemetry.bus.Bus;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The metrics of the running agent: those that did not change keep their series. */
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
    if (next.metrics().equals(before)) {
      return;
    }
    if (!next.metrics().containsAll(before)) {
      flush.run();
    }
    now = next.metrics();
    binder.metrics(now);
    bus.refresh();
    changes.compare("metrics", byName(before), byName(now), Metric::equals);
  }

  private static Map<String, Metric> byName(List<Metric> metrics) {
    return Changes.byName(metrics, metric -> metric.definition().name());
  }
}
