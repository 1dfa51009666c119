package dev.telemetry.agent.report.log;

import java.math.BigDecimal;

/** Writes what came to a series as one line. */
interface LineFormat {

  /** Returns the line, without an end. */
  String line(SeriesChange change);

  /** Returns a finite number without an exponent. */
  static String number(double value) {
    if (value == 0) {
      return "0";
    }
    return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
  }
}
