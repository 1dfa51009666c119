package dev.telemetry.agent.metrics;

import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.MetricType;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Metrics about metrics: what went to {@code _other}, and what one could not take. Each metric has
 * a series there from its first trouble on, so that nothing is sent while all is well. Thread-safe.
 */
public final class TroubleMetrics implements MetricWarnings {
  private static final String KEY = "telemetry.metric";
  private static final MetricDefinition OVERFLOWED =
      new MetricDefinition(MetricType.COUNTER, "telemetry.metric.overflowed")
          .withTags(KEY)
          .withUnit("{value}")
          .withDescription("Values that went to the series _other.");
  private static final MetricDefinition FAILURES =
      new MetricDefinition(MetricType.COUNTER, "telemetry.metric.failures")
          .withTags(KEY)
          .withUnit("{failure}")
          .withDescription("Values that a metric could not take.");

  private final SeriesRegistry registry;
  private final MetricWarnings warnings;
  private final Metric overflowed = Metric.of(OVERFLOWED);
  private final Metric failures = Metric.of(FAILURES);
  private final ConcurrentMap<List<Metric>, Series> shown = new ConcurrentHashMap<>();

  /** Tells the warnings as well. */
  TroubleMetrics(SeriesRegistry registry, MetricWarnings warnings) {
    this.registry = registry;
    this.warnings = warnings;
  }

  /** Returns what these metrics are called, their tags and units. */
  public static List<MetricDefinition> definitions() {
    return Collections.unmodifiableList(Arrays.asList(OVERFLOWED, FAILURES));
  }

  @Override
  public void seriesLimitReached(Metric metric, int limit) {
    show(overflowed, metric, registry.of(metric).troubles().overflowed);
    warnings.seriesLimitReached(metric, limit);
  }

  @Override
  public void metricFailed(Metric metric, Throwable failure) {
    show(failures, metric, registry.of(metric).troubles().failures);
    warnings.metricFailed(metric, failure);
  }

  private void show(Metric about, Metric metric, LongAdder count) {
    String name = metric.definition().name();
    shown.computeIfAbsent(
        Arrays.asList(about, metric), first -> registry.observe(about, counting(count), name));
  }

  private static SeriesSource counting(LongAdder count) {
    return new SeriesSource() {
      @Override
      public long count() {
        return count.sum();
      }
    };
  }

  /** Takes away what is shown of a metric that is gone. */
  void forget(Metric metric) {
    for (Metric about : Arrays.asList(overflowed, failures)) {
      Series gone = shown.remove(Arrays.asList(about, metric));
      if (gone != null) {
        registry.remove(gone);
      }
    }
  }
}
