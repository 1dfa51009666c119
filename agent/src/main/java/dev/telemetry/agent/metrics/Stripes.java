package dev.telemetry.agent.metrics;

/** Spreads threads over stripes. */
final class Stripes {
  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

  private Stripes() {}

  /** Returns a number of the calling thread, whose low bits say which of several is its own. */
  static int ofThread() {
    // The high bits of the product: ids with a pattern, such as all even, still spread.
    return ((int) Thread.currentThread().getId() * 0x9E3779B9) >>> 24;
  }

  /** Returns so many that the threads on all processors rarely meet, at most {@code limit}. */
  static int most(int limit) {
    int stripes = 1;
    while (stripes < 8 * PROCESSORS && stripes < limit) {
      stripes *= 2;
    }
    return stripes;
  }
}
