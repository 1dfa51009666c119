package dev.telemetry.agent.cli;

import java.util.Locale;

/** What came from elsewhere, made fit for a terminal. */
final class Text {
  private static final double LARGEST_PLAIN = 1e15;

  private Text() {}

  /** Returns the text with a {@code ?} for each character that a terminal would obey. */
  static String printable(String text) {
    StringBuilder printable = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i))) {
        printable.setCharAt(i, '?');
      }
    }
    return printable.toString();
  }

  /** Returns a number with at most three decimals, none of them an idle zero. */
  static String number(double value) {
    if (Double.isNaN(value)) {
      return "";
    }
    if (Math.abs(value) >= LARGEST_PLAIN) {
      return Double.toString(value);
    }
    String text = String.format(Locale.ROOT, "%.3f", value);
    return text.replaceAll("\\.?0+$", "");
  }
}
