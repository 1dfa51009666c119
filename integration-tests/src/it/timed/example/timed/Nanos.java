package example.timed;

/** A histogram of nanoseconds, each counted to within a sixty-fourth of itself. */
final class Nanos {
  private static final int BITS = 6;
  private static final int PARTS = 1 << BITS;

  private final int[] counts = new int[Long.SIZE * PARTS];
  private long calls;

  void add(long nanos) {
    counts[index(Math.max(1, nanos))]++;
    calls++;
  }

  private static int index(long nanos) {
    int shift = Math.max(0, Long.SIZE - 1 - BITS - Long.numberOfLeadingZeros(nanos));
    return shift * PARTS + (int) (nanos >> shift);
  }

  private long percentile(double part) {
    long left = (long) Math.ceil(calls * part);
    int index = -1;
    while (left > 0) {
      left -= counts[++index];
    }
    int shift = Math.max(0, index / PARTS - 1);
    return (long) (index - shift * PARTS) << shift;
  }

  @Override
  public String toString() {
    return "p50 " + percentile(0.5) + " p99 " + percentile(0.99) + " calls " + calls;
  }
}
