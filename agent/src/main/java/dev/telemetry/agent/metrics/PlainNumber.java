package dev.telemetry.agent.metrics;

/** Reads numbers as people write them, {@code 200} or {@code -1.5}, without allocating. */
final class PlainNumber {
  private static final int MOST_DIGITS = 15;
  private static final double[] POWERS = {
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };

  private PlainNumber() {}

  /** Returns the number; NaN where the text is none, or has more digits than a double. */
  static double of(String text) {
    int at = text.startsWith("-") ? 1 : 0;
    int digits = 0;
    int decimals = -1;
    long value = 0;
    for (int i = at; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        value = value * 10 + (c - '0');
        digits++;
        decimals += decimals < 0 ? 0 : 1;
      } else if (c == '.' && decimals < 0 && digits > 0) {
        decimals = 0;
      } else {
        return Double.NaN;
      }
      if (digits > MOST_DIGITS) {
        return Double.NaN;
      }
    }
    boolean complete = digits > 0 && decimals != 0;
    return complete ? signed(at, value / POWERS[Math.max(0, decimals)]) : Double.NaN;
  }

  private static double signed(int signs, double size) {
    return signs == 0 ? size : -size;
  }
}
