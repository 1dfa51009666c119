package dev.telemetry.agent.report.log;

import dev.telemetry.agent.report.SeriesChange;
import java.math.BigDecimal;

/** Writes what came to a series as one line. */
interface LineFormat {

  /**
   * Returns the line, without an end.
   *
   * @param time when it is told, by ISO 8601
   */
  String line(SeriesChange change, String time);

  /** Returns a finite number without an exponent. */
  static String number(double value) {
    if (value == 0) {
      return "0";
    }
    return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
  }

  /** Returns {@code p95} for 0.95, {@code p99.9} for 0.999. */
  static String name(double percentile) {
    return "p" + number(BigDecimal.valueOf(percentile).movePointRight(2).doubleValue());
  }
}
