package dev.telemetry.agent.cli;

import java.util.Arrays;

/** The newest values of one series, for their percentiles; older ones make room. */
final class Window {
  private static final int SIZE = 4096;

  private double[] values = new double[16];
  private long added;
  private double max = Double.NaN;

  void add(double value) {
    int at = (int) (added++ % SIZE);
    if (at == values.length) {
      values = Arrays.copyOf(values, values.length * 2);
    }
    values[at] = value;
    max = Double.isNaN(max) ? value : Math.max(max, value);
  }

  /**
   * Returns the value that so many of the newest do not exceed.
   *
   * @param part 0 to 1
   * @return NaN where there is no value
   */
  double percentile(double part) {
    int size = (int) Math.min(added, SIZE);
    if (size == 0) {
      return Double.NaN;
    }
    double[] sorted = Arrays.copyOf(values, size);
    Arrays.sort(sorted);
    return sorted[Math.max(0, (int) Math.ceil(part * size) - 1)];
  }

  /** Returns the greatest of all values ever added, NaN where there is none. */
  double max() {
    return max;
  }
}
