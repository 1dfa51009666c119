package dev.telemetry.instrumentation.jdbc;

import org.jspecify.annotations.Nullable;

/** How many rows a statement says it has changed. */
final class RowCounts {
  /** Of a driver that does not know, and of what is no count. */
  static final long UNKNOWN = -1;

  private RowCounts() {}

  /**
   * Reads what a method of JDBC has returned.
   *
   * @param result boxed
   */
  static long of(@Nullable Object result) {
    if (result instanceof Integer || result instanceof Long) {
      return ((Number) result).longValue();
    }
    if (result instanceof int[]) {
      return sum((int[]) result);
    }
    return result instanceof long[] ? sum((long[]) result) : UNKNOWN;
  }

  /** Drivers give a negative count for what they don't know. */
  private static long sum(int[] counts) {
    long sum = 0;
    for (int count : counts) {
      if (count < 0) {
        return UNKNOWN;
      }
      sum += count;
    }
    return sum;
  }

  private static long sum(long[] counts) {
    long sum = 0;
    for (long count : counts) {
      if (count < 0) {
        return UNKNOWN;
      }
      sum += count;
    }
    return sum;
  }
}
