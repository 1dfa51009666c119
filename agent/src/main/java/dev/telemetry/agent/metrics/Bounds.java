package dev.telemetry.agent.metrics;

/**
 * The cells in which the values of one series are counted: the fine buckets, each cut in two where
 * an upper bound of the metric's own lies within.
 *
 * <p>So one count serves both. As a value grows, its fine bucket and its own one only grow too:
 * their numbers' sum is that of the cell.
 */
final class Bounds {
  private final double[] exported;
  private final double[] measured;

  /** Which fine bucket each bound lies in. */
  private final int[] fine;

  /**
   * Takes upper bounds.
   *
   * @param exported ascending, in the unit; empty for none
   */
  Bounds(double[] exported, MetricUnit unit) {
    this.exported = exported.clone();
    this.measured = new double[exported.length];
    this.fine = new int[exported.length];
    for (int i = 0; i < exported.length; i++) {
      measured[i] = unit.measured(exported[i]);
      fine[i] = Buckets.indexOf(measured[i]);
    }
  }

  /** Returns the bounds in the metric's unit. */
  double[] exported() {
    return exported.clone();
  }

  boolean isEmpty() {
    return exported.length == 0;
  }

  /** Returns how many cells there are. */
  int cells() {
    return Buckets.COUNT + measured.length;
  }

  /** Returns the cell of a value as it was measured. */
  int cellOf(double value) {
    int own = 0;
    while (own < measured.length && value > measured[own]) {
      own++;
    }
    return Buckets.indexOf(value) + own;
  }

  /** Returns the counts of the fine buckets. */
  long[] fineOf(long[] cells) {
    long[] counts = new long[Buckets.COUNT];
    int own = 0;
    for (int i = 0; i < counts.length; i++) {
      counts[i] = cells[i + own];
      while (own < fine.length && fine[own] == i) {
        own++;
        counts[i] += cells[i + own];
      }
    }
    return counts;
  }

  /** Returns the counts up to each bound, then those above all. */
  long[] ownOf(long[] cells) {
    long[] counts = new long[fine.length + 1];
    int cell = 0;
    for (int own = 0; own < counts.length; own++) {
      int end = own < fine.length ? fine[own] + own : cells.length - 1;
      for (; cell <= end; cell++) {
        counts[own] += cells[cell];
      }
    }
    return counts;
  }
}
