package dev.telemetry.agent.runtime;

import dev.telemetry.agent.metrics.Metric;
import dev.telemetry.agent.metrics.MetricBinder;
import dev.telemetry.agent.metrics.Replacement;
import dev.telemetry.agent.settings.Settings;
import dev.telemetry.bus.Bus;
import java.util.Collections;
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
    if (next.metrics().equals(now) && !binder.anyFull()) {
      return;
    }
    Replacement replacement = exchange(next.metrics());
    changes.compare(
        "metrics", byName(replacement.gone()), byName(replacement.come()), Metric::equals);
    replacement
        .renewed()
        .forEach(metric -> changes.add("series begin anew", metric.definition().name()));
  }

  /** The reporters have the word once nobody records any more into the series that go. */
  private Replacement exchange(List<Metric> wanted) {
    Replacement replacement = binder.replace(wanted);
    now = wanted;
    try {
      bus.refresh(replacement::affects);
      if (replacement.endsSeries()) {
        flush.run();
      }
    } finally {
      binder.release(replacement);
    }
    return replacement;
  }

  private static Map<String, Metric> byName(List<Metric> metrics) {
    return Changes.byName(metrics, metric -> metric.definition().name());
  }
}
