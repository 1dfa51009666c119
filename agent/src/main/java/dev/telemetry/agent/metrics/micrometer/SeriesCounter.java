package dev.telemetry.agent.metrics.micrometer;

import dev.telemetry.agent.metrics.Series;
import io.micrometer.core.instrument.AbstractMeter;
import io.micrometer.core.instrument.Counter;

/** A counter that adds up in a series. */
final class SeriesCounter extends AbstractMeter implements Counter {
  private final Series series;
  private final double divisor;

  SeriesCounter(Id id, Series series) {
    super(id);
    this.series = series;
    this.divisor = series.metric().unit().divisor();
  }

  @Override
  public void increment(double amount) {
    if (amount > 0) {
      series.record(amount * divisor);
    }
  }

  @Override
  public double count() {
    return series.sum();
  }
}
