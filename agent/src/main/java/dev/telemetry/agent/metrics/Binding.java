package dev.telemetry.agent.metrics;

import dev.telemetry.bus.Facts;
import org.jspecify.annotations.Nullable;

/** One metric bound to one event. */
final class Binding {
  private final Measurement measurement;
  private final MetricSeries series;

  Binding(Measurement measurement, MetricSeries series) {
    this.measurement = measurement;
    this.series = series;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Binding
        && ((Binding) other).series == series
        && ((Binding) other).measurement.equals(measurement);
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(series);
  }

  MetricSeries series() {
    return series;
  }

  /** Tells whether the event has what is measured, or fails to tell. */
  boolean measures(long nanos, Facts facts) {
    try {
      return isFinite(measurement.of(nanos, facts));
    } catch (Throwable toldWhenRecorded) {
      return true;
    }
  }

  private static boolean isFinite(double value) {
    return !Double.isNaN(value) && !Double.isInfinite(value);
  }

  /**
   * Records an event; whatever goes wrong stays in here.
   *
   * @param number which of the row's metrics this is
   */
  void record(Row row, int number, long nanos, Facts facts) {
    try {
      double value = measurement.of(nanos, facts);
      if (isFinite(value)) {
        take(row.of(number, series), value);
      } else {
        series.skip();
      }
    } catch (Throwable failure) {
      series.failed(failure);
    }
  }

  private void take(Series one, double value) {
    if (measurement.isStep()) {
      one.step(value);
    } else {
      one.record(value);
    }
  }
}
