package dev.telemetry.agent.metrics;

import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/** What some threads recorded for one series; others have stripes of their own. */
final class Stripe {
  // A cache line before and after, so that neighbours in memory do not share one.
  private static final int SUM = 8;
  private static final int MAX = 9;
  private static final int CELLS = 18;

  private final Bounds bounds;
  private final AtomicLongArray cells = new AtomicLongArray(CELLS);
  private final FineCounts exact;

  /** What no ring had room for. */
  private volatile @Nullable FineCounts rounded;

  Stripe(Bounds bounds) {
    this.bounds = bounds;
    exact = new FineCounts(bounds.cells());
    cells.set(MAX, Double.doubleToRawLongBits(Double.NEGATIVE_INFINITY));
  }

  /**
   * Takes a value.
   *
   * @param delivered whether the value itself reaches its reader, who else needs its count
   * @return false where another thread was met
   */
  boolean record(double value, boolean delivered) {
    boolean alone = add(value);
    if (value > max()) {
      raiseMax(value);
    }
    (delivered ? exact : roundedCounts()).increment(bounds.cellOf(value));
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

  private FineCounts roundedCounts() {
    FineCounts counts = rounded;
    return counts == null ? firstRounded() : counts;
  }

  private synchronized FineCounts firstRounded() {
    FineCounts counts = rounded;
    if (counts == null) {
      counts = new FineCounts(bounds.cells());
      rounded = counts;
    }
    return counts;
  }

  long count() {
    return exact.total() + rounded();
  }

  long rounded() {
    FineCounts counts = rounded;
    return counts == null ? 0 : counts.total();
  }

  double sum() {
    return Double.longBitsToDouble(cells.get(SUM));
  }

  double max() {
    return Double.longBitsToDouble(cells.get(MAX));
  }

  void addTo(long[] counts) {
    exact.addTo(counts);
    addRoundedTo(counts);
  }

  void addRoundedTo(long[] counts) {
    FineCounts now = rounded;
    if (now != null) {
      now.addTo(counts);
    }
  }
}
