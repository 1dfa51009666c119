package dev.telemetry.agent.report;

import dev.telemetry.agent.metrics.Series;
import dev.telemetry.agent.metrics.ValueSnapshot;

/** What came to a series between two looks at it. Immutable. */
public final class SeriesChange {
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
  public Series series() {
    return series;
  }

  /** Returns how many values or events came. */
  public long count() {
    return count;
  }

  /** Returns the sum of the values that came; NaN where the type keeps none. */
  public double sum() {
    return sum;
  }

  /** Returns the values that came, by fine buckets. */
  public ValueSnapshot values() {
    return values;
  }
}
