package dev.telemetry.agent.cli;

/** One value of one series. Immutable. */
final class Sample {
  private final SeriesKey series;
  private final String value;
  private final double rate;
  private final boolean relative;

  private Sample(SeriesKey series, String value, double rate, boolean relative) {
    this.series = series;
    this.value = value;
    this.rate = rate;
    this.relative = relative;
  }

  /**
   * A value that stands for itself.
   *
   * @param value a number unless the series is a set
   */
  static Sample of(SeriesKey series, String value) {
    return new Sample(series, value, 1, false);
  }

  /** A copy that stands for {@code 1 / rate} values. */
  Sample sampled(double rate) {
    return new Sample(series, value, rate, relative);
  }

  /** A copy that changes what was there instead of replacing it. */
  Sample changing() {
    return new Sample(series, value, rate, true);
  }

  SeriesKey series() {
    return series;
  }

  /** Returns the value as it was written. */
  String value() {
    return value;
  }

  double number() {
    return Double.parseDouble(value);
  }

  /** Returns how many values this one stands for. */
  double weight() {
    return 1 / rate;
  }

  /** Tells whether a gauge goes up or down by this value. */
  boolean relative() {
    return relative;
  }

  /** For people who debug. */
  @Override
  public String toString() {
    return series + "=" + value + (relative ? " relative" : "") + (rate == 1 ? "" : " @" + rate);
  }
}
