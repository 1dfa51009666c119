package dev.telemetry.agent.metrics;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** The series that some metrics have for the same tag values. */
final class Row {
  private final @Nullable String[] values;
  private final AtomicReferenceArray<@Nullable Series> series;

  /**
   * Makes a row without series.
   *
   * @param values those of the tags; not copied
   * @param metrics how many metrics there are
   */
  Row(@Nullable String[] values, int metrics) {
    this.values = values;
    this.series = new AtomicReferenceArray<>(metrics);
  }

  @Nullable String[] values() {
    return values;
  }

  /** Returns the series of a metric; the one for its tag values now, where it has none here. */
  Series of(int metric, MetricSeries all) {
    Series known = series.get(metric);
    return known == null || known.isGone() ? found(metric, all) : known;
  }

  private Series found(int metric, MetricSeries all) {
    Series now = all.of(values.clone());
    series.set(metric, all.isOther(now) ? null : now);
    return now;
  }

  /** Tells whether any metric has a series here that is its own and not {@code _other}. */
  boolean isWorthKeeping() {
    for (int i = 0; i < series.length(); i++) {
      if (series.get(i) != null) {
        return true;
      }
    }
    return false;
  }
}
