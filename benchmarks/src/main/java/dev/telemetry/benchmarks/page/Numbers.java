package dev.telemetry.benchmarks.page;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as people read them. */
final class Numbers {
  private static final MathContext THREE_DIGITS = new MathContext(3);

  private Numbers() {}

  /** Three digits, or all before the point; nothing for what is no number. */
  static String plain(double value) {
    if (!Double.isFinite(value)) {
      return "";
    }
    if (Math.abs(value) >= 1_000) {
      return grouped(Math.round(value));
    }
    if (Math.abs(value) < 0.001) {
      return "0";
    }
    return new BigDecimal(value).round(THREE_DIGITS).stripTrailingZeros().toPlainString();
  }

  /** With commas. */
  static String grouped(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }
}
