package dev.telemetry.agent.report;

import dev.telemetry.agent.metrics.Metric;
import dev.telemetry.agent.metrics.SeriesRegistry;
import dev.telemetry.agent.metrics.SeriesSource;
import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.MetricType;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;

/**
 * The metric {@code telemetry.reporter.lost}: one series for each reason for which a reporter lost
 * something, from its first loss on, so that nothing is sent while all is well.
 */
public final class LossMetric {
  private static final MetricDefinition DEFINITION =
      new MetricDefinition(MetricType.COUNTER, "telemetry.reporter.lost")
          .withTags("telemetry.reporter", "reason")
          .withUnit("{item}")
          .withDescription("What a reporter could not deliver, by reason.");
  private static final Metric METRIC = Metric.of(DEFINITION);

  private LossMetric() {}

  /** Returns what the metric is called, its tags and its unit. */
  public static MetricDefinition definition() {
    return DEFINITION;
  }

  /** Returns what makes a series of a reason's first loss. */
  static BiConsumer<String, LongAdder> of(SeriesRegistry registry, String reporter) {
    return (reason, lost) -> registry.observe(METRIC, counting(lost), reporter, reason);
  }

  private static SeriesSource counting(LongAdder lost) {
    return new SeriesSource() {
      @Override
      public long count() {
        return lost.sum();
      }
    };
  }
}
