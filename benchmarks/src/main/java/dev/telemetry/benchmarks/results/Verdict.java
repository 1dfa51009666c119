package dev.telemetry.benchmarks.results;

/** What measured numbers say of a claim. */
public enum Verdict {
  /** The whole interval is on the right side. */
  HOLDS("holds"),
  /** The whole interval is on the wrong side. */
  MISSED("missed"),
  /** The interval lies across the limit: more rounds or a quieter machine are needed. */
  NOT_RESOLVED("not resolved"),
  /** Nothing was measured. */
  NOT_MEASURED("not measured");

  private final String words;

  Verdict(String words) {
    this.words = words;
  }

  /** What a number that is taken as it is says of an upper limit. */
  public static Verdict of(double number, double limit) {
    if (Double.isNaN(number)) {
      return NOT_MEASURED;
    }
    return number <= limit ? HOLDS : MISSED;
  }

  @Override
  public String toString() {
    return words;
  }
}
