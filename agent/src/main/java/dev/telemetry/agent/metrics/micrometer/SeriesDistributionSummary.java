package dev.telemetry.agent.metrics.micrometer;

import dev.telemetry.agent.metrics.Series;
import io.micrometer.core.instrument.AbstractDistributionSummary;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.core.instrument.distribution.TimeWindowMax;

/** A distribution summary that records into a series. */
final class SeriesDistributionSummary extends AbstractDistributionSummary {
  private final Series series;
  private final double divisor;
  private final TimeWindowMax max;

  SeriesDistributionSummary(
      Series series, Id id, Clock clock, DistributionStatisticConfig config, double scale) {
    super(id, scale, new SeriesHistogram(series, config, 1));
    this.series = series;
    this.divisor = series.metric().unit().divisor();
    this.max = new TimeWindowMax(clock, config);
  }

  @Override
  protected void recordNonNegative(double amount) {
    series.record(amount * divisor);
    max.record(amount);
  }

  @Override
  public long count() {
    return series.count();
  }

  @Override
  public double totalAmount() {
    return series.sum();
  }

  @Override
  public double max() {
    return max.poll();
  }
}
