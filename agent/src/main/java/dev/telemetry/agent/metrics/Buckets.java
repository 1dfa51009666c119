package dev.telemetry.agent.metrics;

/**
 * The fine buckets: eight of equal width for each power of two from 2^-40 to 2^64.
 *
 * <p>An index is the exponent and the three highest bits of the mantissa, taken out of a double's
 * bits: no logarithm. A bucket is at most an eighth of its lower bound wide. What is smaller (zero
 * and negative values too) is in the first bucket, what is larger in the last.
 */
final class Buckets {
  static final int COUNT = (64 + 40) * 8;
  private static final int MANTISSA_SHIFT = 52 - 3;
  private static final int FIRST = (1023 - 40) * 8;

  private Buckets() {}

  static int indexOf(double value) {
    int index = (int) (Double.doubleToRawLongBits(value) >> MANTISSA_SHIFT) - FIRST;
    return index < 0 ? 0 : Math.min(index, COUNT - 1);
  }

  static double lowerBound(int index) {
    return index == 0 ? 0 : Double.longBitsToDouble((long) (index + FIRST) << MANTISSA_SHIFT);
  }

  /** Returns the value that stands for all of a bucket, at most a sixteenth away from each. */
  static double middle(int index) {
    return index == 0 ? 0 : (lowerBound(index) + lowerBound(index + 1)) / 2;
  }
}
