package dev.telemetry.agent.metrics;

import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/** What some threads recorded for one series; others have stripes of their own. */
final class Stripe {
  // A cache line before and after, so that neighbours in memory do not share one.
  private static final int SUM = 8;
  private static final int MAX = 9;
  private static final int BUCKETS = 10;

  private final double[] bounds;
  private final AtomicLongArray cells;
  private final FineCounts fine = new FineCounts();
  private volatile @Nullable FineCounts rounded;

  /**
   * Makes an empty stripe.
   *
   * @param bounds upper bounds, ascending, as values are measured; empty for none
   */
  Stripe(double[] bounds) {
    this.bounds = bounds;
    cells = new AtomicLongArray(BUCKETS + bounds.length + 1 + 8);
    cells.set(MAX, Double.doubleToRawLongBits(Double.NEGATIVE_INFINITY));
  }

  /** Returns false where another thread was met. */
  boolean record(double value) {
    boolean alone = add(value);
    if (value > max()) {
      raiseMax(value);
    }
    if (bounds.length != 0) {
      cells.getAndIncrement(BUCKETS + bucketOf(value));
    }
    fine.increment(value);
    return alone;
  }

  private boolean add(double value) {
    boolean alone = true;
    long seen = cells.get(SUM);
    while (!cells.compareAndSet(SUM, seen, plus(seen, value))) {
      alone = false;
      seen = cells.get(SUM);
    }
    return alone;
  }

  private static long plus(long sum, double value) {
    return Double.doubleToRawLongBits(Double.longBitsToDouble(sum) + value);
  }

  private void raiseMax(double value) {
    long seen = cells.get(MAX);
    while (value > Double.longBitsToDouble(seen)
        && !cells.compareAndSet(MAX, seen, Double.doubleToRawLongBits(value))) {
      seen = cells.get(MAX);
    }
  }

  private int bucketOf(double value) {
    int bucket = 0;
    while (bucket < bounds.length && value > bounds[bucket]) {
      bucket++;
    }
    return bucket;
  }

  /** Counts a value for {@link #moveRounded}, as no ring had room for it. */
  void round(double value) {
    FineCounts counts = rounded;
    if (counts == null) {
      counts = firstRounded();
    }
    counts.increment(value);
  }

  private synchronized FineCounts firstRounded() {
    FineCounts counts = rounded;
    if (counts == null) {
      counts = new FineCounts();
      rounded = counts;
    }
    return counts;
  }

  long count() {
    return fine.total();
  }

  double sum() {
    return Double.longBitsToDouble(cells.get(SUM));
  }

  double max() {
    return Double.longBitsToDouble(cells.get(MAX));
  }

  void addFineTo(long[] counts) {
    fine.addTo(counts);
  }

  void addBucketsTo(long[] counts) {
    for (int i = 0; i < counts.length; i++) {
      counts[i] += cells.get(BUCKETS + i);
    }
  }

  void moveRounded(long[] counts) {
    FineCounts now = rounded;
    if (now != null) {
      now.moveTo(counts);
    }
  }
}
