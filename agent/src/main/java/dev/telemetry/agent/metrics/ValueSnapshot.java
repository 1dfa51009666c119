package dev.telemetry.agent.metrics;

import java.util.Arrays;
import java.util.function.BiConsumer;

/**
 * Values of a series at one moment, counted by buckets of which none is wider than an eighth of its
 * lower bound. Immutable.
 */
public final class ValueSnapshot {
  /** No value. */
  public static final ValueSnapshot EMPTY = new ValueSnapshot(new long[0], 0, MetricUnit.of(""));

  private final long[] counts;
  private final int first;
  private final MetricUnit unit;
  private final long count;

  /**
   * Wraps counts.
   *
   * @param counts of the buckets from {@code first} on; not copied
   */
  ValueSnapshot(long[] counts, int first, MetricUnit unit) {
    this.counts = counts;
    this.first = first;
    this.unit = unit;
    this.count = Arrays.stream(counts).sum();
  }

  /** Keeps of the counts of all buckets the part that is not 0. */
  static ValueSnapshot of(long[] all, MetricUnit unit) {
    int first = 0;
    while (first < all.length && all[first] == 0) {
      first++;
    }
    int end = all.length;
    while (end > first && all[end - 1] == 0) {
      end--;
    }
    return new ValueSnapshot(Arrays.copyOfRange(all, first, end), first, unit);
  }

  /** Returns how many values there are. */
  public long count() {
    return count;
  }

  /**
   * Returns a quantile, at most a sixteenth away from the exact one.
   *
   * @param quantile from 0 to 1
   * @return in the metric's unit; NaN where there is no value
   */
  public double quantile(double quantile) {
    long rank = Math.max(1, (long) Math.ceil(quantile * count));
    for (int i = 0; i < counts.length; i++) {
      rank -= counts[i];
      if (rank <= 0) {
        return unit.convert(Buckets.middle(first + i));
      }
    }
    return Double.NaN;
  }

  /**
   * Returns for each bound how many values are not above it, to the nearest fine bucket.
   *
   * @param bounds ascending, in the metric's unit
   */
  public long[] countsUpTo(double... bounds) {
    long[] upTo = new long[bounds.length];
    for (int i = 0; i < bounds.length; i++) {
      upTo[i] = countUpTo(unit.measured(bounds[i]));
    }
    return upTo;
  }

  private long countUpTo(double bound) {
    long upTo = 0;
    for (int i = 0; i < counts.length && Buckets.middle(first + i) <= bound; i++) {
      upTo += counts[i];
    }
    return upTo;
  }

  /**
   * Shows each fine bucket that has values, in ascending order.
   *
   * @param consumer is given the value in the middle, in the metric's unit, and how many there are
   */
  public void forEach(BiConsumer<Double, Long> consumer) {
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        consumer.accept(unit.convert(Buckets.middle(first + i)), counts[i]);
      }
    }
  }

  /**
   * Shows each fine bucket that has values by its number, in ascending order: bucket 0 ends at
   * 2^-40, each power of two from there on has eight of equal width, of values as they are
   * measured.
   */
  public void forEachBucket(BucketConsumer consumer) {
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        consumer.accept(first + i, counts[i]);
      }
    }
  }

  /** Returns the values that came after an earlier snapshot of the same series. */
  public ValueSnapshot since(ValueSnapshot earlier) {
    long[] later = counts.clone();
    for (int i = 0; i < earlier.counts.length; i++) {
      later[earlier.first + i - first] -= earlier.counts[i];
    }
    return new ValueSnapshot(later, first, unit);
  }

  /** Takes a bucket. */
  public interface BucketConsumer {

    /** Takes a bucket's number, and how many values are in it. */
    void accept(int bucket, long values);
  }
}
