package dev.telemetry.agent.report.statsd;

import java.math.BigDecimal;

/** Writes numbers as StatsD servers read them: no exponent, no {@code -0}, nothing superfluous. */
final class Decimals {
  private static final double LARGEST_EXACT = 1L << 53;
  private static final int MICROS = 1_000;

  private final boolean whole;

  /** Takes whether every number is rounded to a whole one, half away from zero. */
  Decimals(boolean whole) {
    this.whole = whole;
  }

  /** Appends the shortest form that is the same number, or the whole number nearest to it. */
  void append(StringBuilder out, double value) {
    double written = whole ? rounded(value) : value;
    if (written == Math.rint(written) && Math.abs(written) <= LARGEST_EXACT) {
      out.append((long) written);
    } else {
      out.append(shortest(written));
    }
  }

  /** Appends milliseconds with at most three decimals. */
  void appendMillis(StringBuilder out, double millis) {
    double micros = rounded(millis * MICROS);
    if (whole || Math.abs(micros) > LARGEST_EXACT) {
      append(out, rounded(millis));
      return;
    }
    long left = Math.abs((long) micros);
    if (micros < 0) {
      out.append('-');
    }
    out.append(left / MICROS);
    appendDecimals(out, (int) (left % MICROS));
  }

  private static void appendDecimals(StringBuilder out, int thousandths) {
    if (thousandths == 0) {
      return;
    }
    out.append('.');
    for (int digit = 100; thousandths > 0; digit /= 10) {
      out.append((char) ('0' + thousandths / digit));
      thousandths %= digit;
    }
  }

  /** Returns the part of a sum that can be written, so that the rest is added to the next one. */
  double writable(double sum) {
    double scale = whole || Math.abs(sum) > LARGEST_EXACT / 1e6 ? 1 : 1e6;
    return rounded(sum * scale) / scale;
  }

  /** Rounds half away from zero: {@link Math#round} makes -131 of -131.5. */
  private static double rounded(double value) {
    double size = Math.abs(value);
    double floor = Math.floor(size);
    return Math.copySign(size - floor >= 0.5 ? floor + 1 : floor, value);
  }

  private static String shortest(double value) {
    return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
  }
}
