package dev.telemetry.agent.report.otlp;

import dev.telemetry.agent.metrics.Series;
import dev.telemetry.agent.metrics.ValueSnapshot;
import java.util.stream.LongStream;

/** What a series was at one moment. Immutable; arrays are not to be changed. */
final class Reading {
  private static final long[] NO_BUCKETS = {};

  /** Of a series that nothing was recorded for. */
  static final Reading NONE = new Reading(0, 0, NO_BUCKETS, ValueSnapshot.EMPTY);

  /** How many events or values. */
  final long count;

  /** The sum of the values; of a gauge and its like, the newest value. */
  final double value;

  /** The number of values in each bucket of a histogram; empty where nobody knows. */
  final long[] buckets;

  /** The values of a summary by fine buckets. */
  final ValueSnapshot values;

  private Reading(long count, double value, long[] buckets, ValueSnapshot values) {
    this.count = count;
    this.value = value;
    this.buckets = buckets;
    this.values = values;
  }

  /**
   * Reads a series.
   *
   * @throws RuntimeException or a {@link LinkageError} where it is observed by foreign code that
   *     does
   */
  static Reading of(Series series, MetricShape shape, HistogramBounds bounds) {
    switch (shape) {
      case COUNT:
        return new Reading(series.count(), 0, NO_BUCKETS, NONE.values);
      case SUM:
      case GROWING_SUM:
        return new Reading(series.count(), series.sum(), NO_BUCKETS, NONE.values);
      case GAUGE:
      case UP_DOWN:
        return new Reading(series.count(), series.lastValue(), NO_BUCKETS, NONE.values);
      case HISTOGRAM:
        return histogram(series, bounds.counts(series));
      default:
        return summary(series, series.values());
    }
  }

  /** Counts come from the buckets, so that both agree while values are recorded. */
  private static Reading histogram(Series series, long[] buckets) {
    long inBuckets = LongStream.of(buckets).sum();
    return inBuckets == 0
        ? new Reading(series.count(), series.sum(), NO_BUCKETS, NONE.values)
        : new Reading(inBuckets, series.sum(), buckets, NONE.values);
  }

  private static Reading summary(Series series, ValueSnapshot values) {
    long count = values.count() == 0 ? series.count() : values.count();
    return new Reading(count, series.sum(), NO_BUCKETS, values);
  }

  /**
   * Returns this.
   *
   * @throws ArithmeticException where the value is no finite number, which servers refuse
   */
  Reading finite() {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      throw new ArithmeticException("its value is " + value);
    }
    return this;
  }

  /** Returns what came after an earlier reading of the same series. */
  Reading since(Reading earlier) {
    long[] more = buckets.clone();
    for (int i = 0; i < Math.min(more.length, earlier.buckets.length); i++) {
      more[i] -= earlier.buckets[i];
    }
    return new Reading(count - earlier.count, value - earlier.value, more, values);
  }
}
