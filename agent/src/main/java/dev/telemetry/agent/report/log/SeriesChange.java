package dev.telemetry.agent.report.log;

import dev.telemetry.agent.metrics.Series;
import dev.telemetry.agent.metrics.ValueSnapshot;

/** What came to a series between two looks at it. Immutable. */
final class SeriesChange {
  private final Series series;
  private final long count;
  private final double sum;
  private final ValueSnapshot values;

  SeriesChange(Series series, long count, double sum, ValueSnapshot values) {
    this.series = series;
    this.count = count;
    this.sum = sum;
    this.values = values;
  }

  /** Returns the series, whose totals may already be newer. */
  Series series() {
    return series;
  }

  /** Returns how many values or events came. */
  long count() {
    return count;
  }

  /** Returns the sum of the values that came; NaN where the type keeps none. */
  double sum() {
    return sum;
  }

  /** Returns the values that came, by fine buckets. */
  ValueSnapshot values() {
    return values;
  }
}
