package dev.telemetry.agent.metrics.micrometer;

import dev.telemetry.agent.metrics.Series;
import io.micrometer.core.instrument.AbstractTimer;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.core.instrument.distribution.TimeWindowMax;
import io.micrometer.core.instrument.distribution.pause.PauseDetector;
import io.micrometer.core.instrument.util.TimeUtils;
import java.util.concurrent.TimeUnit;

/** A timer that records into a series of seconds. */
final class SeriesTimer extends AbstractTimer {
  static final String UNIT = "s";
  static final double NANOS = 1e9;

  private final Series series;
  private final TimeWindowMax max;

  SeriesTimer(
      Series series,
      Id id,
      Clock clock,
      DistributionStatisticConfig config,
      PauseDetector pauseDetector) {
    super(id, clock, pauseDetector, TimeUnit.SECONDS, new SeriesHistogram(series, config, NANOS));
    this.series = series;
    this.max = new TimeWindowMax(clock, config);
  }

  @Override
  protected void recordNonNegative(long amount, TimeUnit unit) {
    double nanos = (double) unit.toNanos(amount);
    series.record(nanos);
    max.record(nanos, TimeUnit.NANOSECONDS);
  }

  @Override
  public long count() {
    return series.count();
  }

  @Override
  public double totalTime(TimeUnit unit) {
    // Whole nanoseconds went in: none of the noise of two conversions may come out.
    return TimeUtils.nanosToUnit(Math.rint(series.sum() * NANOS), unit);
  }

  @Override
  public double max(TimeUnit unit) {
    return max.poll(unit);
  }
}
