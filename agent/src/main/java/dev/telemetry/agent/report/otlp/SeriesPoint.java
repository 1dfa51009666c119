package dev.telemetry.agent.report.otlp;

import dev.telemetry.agent.metrics.Metric;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One data point: what is told of a series, and from when to when it holds. Immutable. */
final class SeriesPoint {
  private final SeriesCursor cursor;
  private final Reading told;
  private final Reading reading;
  private final long startNanos;
  private final long nanos;

  /**
   * Makes a point.
   *
   * @param from what is left out of the reading, and since when
   * @param reading the series at {@code nanos}, since 1970
   */
  SeriesPoint(SeriesCursor cursor, Mark from, Reading reading, long nanos) {
    this.cursor = cursor;
    this.reading = reading;
    this.nanos = nanos;
    told = cursor.shape().isMomentary() ? reading : reading.since(from.reading);
    startNanos = from.nanos;
  }

  /** Says that it has arrived, or never will. */
  void settle() {
    cursor.settle(new Mark(reading, nanos));
  }

  Metric metric() {
    return cursor.series().metric();
  }

  List<String> tagKeys() {
    return cursor.series().tagKeys();
  }

  List<@Nullable String> tagValues() {
    return cursor.series().tagValues();
  }

  MetricShape shape() {
    return cursor.shape();
  }

  double[] bounds() {
    return cursor.bounds().upper();
  }

  /** Returns what is told. */
  Reading told() {
    return told;
  }

  /** Returns the largest value since the start; NaN where nobody knows. */
  double max() {
    return told.count == reading.count ? cursor.series().max() : Double.NaN;
  }

  /** Returns a quantile of the values that came since the last point arrived; NaN for none. */
  double quantile(double quantile) {
    return cursor.newValues(reading).quantile(quantile);
  }

  long startNanos() {
    return startNanos;
  }

  long nanos() {
    return nanos;
  }

  /** A reading and when it was made. Immutable. */
  static final class Mark {
    final Reading reading;
    final long nanos;

    Mark(Reading reading, long nanos) {
      this.reading = reading;
      this.nanos = nanos;
    }
  }
}
