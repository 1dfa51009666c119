package dev.telemetry.agent.metrics;

import org.jspecify.annotations.Nullable;

/** A number with or without a unit, as rules write it: {@code 500}, {@code 200ms}, {@code 1KiB}. */
final class Quantity {

  /** In nanoseconds or bytes where there is a unit. */
  final double value;

  final boolean hasUnit;

  private Quantity(double value, boolean hasUnit) {
    this.value = value;
    this.hasUnit = hasUnit;
  }

  /** Returns null where the text is no such number. */
  static @Nullable Quantity of(String text) {
    int end = text.length();
    while (end > 0 && !isPartOfNumber(text.charAt(end - 1))) {
      end--;
    }
    double number = PlainNumber.of(text.substring(0, end).trim());
    String unit = text.substring(end).trim();
    if (Double.isNaN(number)) {
      return null;
    }
    if (unit.isEmpty()) {
      return new Quantity(number, false);
    }
    MetricUnit known = MetricUnit.known(unit.equals("m") ? "min" : unit);
    return known == null ? null : new Quantity(number * known.divisor(), true);
  }

  private static boolean isPartOfNumber(char c) {
    return (c >= '0' && c <= '9') || c == '.';
  }
}
