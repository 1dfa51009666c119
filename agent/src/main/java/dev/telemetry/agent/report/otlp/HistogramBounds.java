package dev.telemetry.agent.report.otlp;

import dev.telemetry.agent.metrics.MetricUnit;
import dev.telemetry.agent.metrics.Series;
import dev.telemetry.agent.metrics.ValueSnapshot;
import java.util.concurrent.TimeUnit;

/**
 * The explicit buckets of one series: the metric's own, else those that OpenTelemetry has for times
 * and for anything else. Immutable.
 */
final class HistogramBounds {
  private static final double[] SECONDS = {
    0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10
  };
  private static final double[] NUMBERS = {
    0, 5, 10, 25, 50, 75, 100, 250, 500, 750, 1000, 2500, 5000, 7500, 10_000
  };

  private final double[] upper;
  private final boolean own;

  private HistogramBounds(double[] upper, boolean own) {
    this.upper = upper;
    this.own = own;
  }

  static HistogramBounds of(Series series) {
    double[] own = series.bucketBounds();
    return own.length > 0
        ? new HistogramBounds(own, true)
        : new HistogramBounds(usual(series.metric().unit()), false);
  }

  private static double[] usual(MetricUnit unit) {
    if (!unit.isTime()) {
      return NUMBERS;
    }
    double[] times = new double[SECONDS.length];
    for (int i = 0; i < times.length; i++) {
      times[i] = SECONDS[i] * TimeUnit.SECONDS.toNanos(1) / unit.divisor();
    }
    return times;
  }

  /** Returns the upper bounds, ascending, in the metric's unit; not to be changed. */
  double[] upper() {
    return upper;
  }

  /**
   * Returns the number of values in each bucket, one more than there are bounds: exact for the
   * metric's own, else to the nearest fine bucket.
   */
  long[] counts(Series series) {
    return own ? series.bucketCounts() : counts(series.values());
  }

  private long[] counts(ValueSnapshot values) {
    long[] upTo = values.countsUpTo(upper);
    long[] counts = new long[upper.length + 1];
    long before = 0;
    for (int i = 0; i < upTo.length; i++) {
      counts[i] = upTo[i] - before;
      before = upTo[i];
    }
    counts[upper.length] = values.count() - before;
    return counts;
  }
}
