package dev.telemetry.agent.metrics.micrometer;

import dev.telemetry.agent.metrics.Series;
import dev.telemetry.agent.metrics.ValueSnapshot;
import io.micrometer.core.instrument.distribution.CountAtBucket;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.core.instrument.distribution.Histogram;
import io.micrometer.core.instrument.distribution.HistogramSnapshot;
import io.micrometer.core.instrument.distribution.ValueAtPercentile;

/**
 * Shows percentiles and buckets of a series. Records nothing: the meter does, once, and the series
 * counts buckets as it records.
 */
final class SeriesHistogram implements Histogram {
  private final Series series;
  private final double[] percentiles;
  private final double divisor;

  /**
   * Makes a view.
   *
   * @param divisor how many of the meter's units are one of the series'
   */
  SeriesHistogram(Series series, DistributionStatisticConfig config, double divisor) {
    double[] configured = config.getPercentiles();
    this.series = series;
    this.percentiles = configured == null ? new double[0] : configured;
    this.divisor = divisor;
  }

  @Override
  public void recordLong(long value) {}

  @Override
  public void recordDouble(double value) {}

  @Override
  public HistogramSnapshot takeSnapshot(long count, double total, double max) {
    return new HistogramSnapshot(count, total, max, percentileValues(), bucketCounts(), null);
  }

  private ValueAtPercentile[] percentileValues() {
    if (percentiles.length == 0) {
      return new ValueAtPercentile[0];
    }
    ValueSnapshot values = series.values();
    ValueAtPercentile[] found = new ValueAtPercentile[percentiles.length];
    for (int i = 0; i < found.length; i++) {
      double value = values.count() == 0 ? 0 : values.quantile(percentiles[i]) * divisor;
      found[i] = new ValueAtPercentile(percentiles[i], value);
    }
    return found;
  }

  private CountAtBucket[] bucketCounts() {
    double[] bounds = series.bucketBounds();
    long[] counts = series.bucketCounts();
    CountAtBucket[] cumulative = new CountAtBucket[bounds.length];
    long upTo = 0;
    for (int i = 0; i < bounds.length; i++) {
      upTo += counts[i];
      cumulative[i] = new CountAtBucket(bounds[i] * divisor, (double) upTo);
    }
    return cumulative;
  }
}
