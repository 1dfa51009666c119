package dev.telemetry.agent.metrics;

/** Spreads threads over stripes. */
final class Stripes {
  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

  private Stripes() {}

  /**
   * Returns the calling thread's stripe.
   *
   * @param stripes how many there are, a power of two
   */
  static int ofThread(int stripes) {
    return (int) Thread.currentThread().getId() & (stripes - 1);
  }

  /** Returns the power of two that suffices for all processors, at most {@code limit}. */
  static int most(int limit) {
    int stripes = 1;
    while (stripes < PROCESSORS && stripes < limit) {
      stripes *= 2;
    }
    return stripes;
  }
}
