package dev.telemetry.agent.report.prometheus;

import dev.telemetry.agent.metrics.MetricUnit;
import dev.telemetry.agent.metrics.Series;
import dev.telemetry.agent.metrics.ValueSnapshot;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.Exemplars;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.Arrays;
import java.util.List;

/** A distribution: exact in its own buckets; where it has none, in those of its unit. */
final class HistogramKind extends Kind<HistogramDataPointSnapshot> {
  /** Those that the semantic conventions give to durations, in seconds. */
  private static final double[] SECONDS = {
    0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10
  };

  private static final double[] BYTES = {
    1 << 8, 1 << 10, 1 << 12, 1 << 14, 1 << 16, 1 << 18, 1 << 20, 1 << 22, 1 << 24
  };

  /** Those of OpenTelemetry's SDK for anything. */
  private static final double[] NUMBERS = {
    0, 5, 10, 25, 50, 75, 100, 250, 500, 750, 1000, 2500, 5000, 7500, 10000
  };

  private static final double NANOS = 1e9;

  HistogramKind() {
    super("_bucket", "_count", "_sum");
  }

  @Override
  String ownLabel() {
    return "le";
  }

  @Override
  HistogramDataPointSnapshot read(Series series, Labels labels) {
    double[] own = series.bucketBounds();
    ClassicHistogramBuckets buckets =
        own.length == 0
            ? nearest(series.values(), defaults(series.metric().unit()))
            : buckets(own, series.bucketCounts());
    return new HistogramDataPointSnapshot(buckets, series.sum(), labels, Exemplars.EMPTY, 0);
  }

  private static ClassicHistogramBuckets nearest(ValueSnapshot values, double[] bounds) {
    long[] upTo = values.countsUpTo(bounds);
    long[] counts = Arrays.copyOf(upTo, upTo.length + 1);
    counts[upTo.length] = values.count();
    for (int i = upTo.length; i > 0; i--) {
      counts[i] -= counts[i - 1];
    }
    return buckets(bounds, counts);
  }

  /** The last bucket, for what is above all bounds, has none. */
  private static ClassicHistogramBuckets buckets(double[] bounds, long[] counts) {
    double[] upper = Arrays.copyOf(bounds, bounds.length + 1);
    upper[bounds.length] = Double.POSITIVE_INFINITY;
    return ClassicHistogramBuckets.of(upper, counts);
  }

  private static double[] defaults(MetricUnit unit) {
    if (unit.isTime()) {
      return Arrays.stream(SECONDS).map(bound -> bound * NANOS / unit.divisor()).toArray();
    }
    boolean bytes = UnitWords.of(unit.symbol()).endsWith(UnitWords.BYTES);
    return bytes
        ? Arrays.stream(BYTES).map(bound -> bound / unit.divisor()).toArray()
        : NUMBERS.clone();
  }

  @Override
  MetricSnapshot family(MetricMetadata metadata, List<HistogramDataPointSnapshot> points) {
    return new HistogramSnapshot(metadata, points);
  }
}
