package dev.telemetry.agent.cli;

import java.util.regex.Pattern;

/** Which texts are numbers on the wire. */
final class Numbers {
  private static final Pattern DECIMAL =
      Pattern.compile("\\s*[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?\\s*");

  private Numbers() {}

  static boolean isNumber(String text) {
    return DECIMAL.matcher(text).matches();
  }

  /** Tells whether a gauge's value is written as a change. */
  static boolean isSigned(String text) {
    return text.startsWith("+") || text.startsWith("-");
  }

  /**
   * Returns the rate of a field such as {@code @0.1}.
   *
   * @return NaN where the field is no rate
   */
  static double rate(String field) {
    if (!field.startsWith("@") || field.startsWith("@-") || !isNumber(field.substring(1))) {
      return Double.NaN;
    }
    return Double.parseDouble(field.substring(1));
  }
}
