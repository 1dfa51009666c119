package dev.telemetry.agent.report.otlp;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes data points, by metrics.proto: a number, a histogram or a summary. */
final class PointWriter {
  private static final int POINTS = 1;
  private static final int START = 2;
  private static final int TIME = 3;

  // NumberDataPoint
  private static final int AS_DOUBLE = 4;
  private static final int AS_INT = 6;

  // HistogramDataPoint and SummaryDataPoint
  private static final int COUNT = 4;
  private static final int SUM = 5;
  private static final int BUCKET_COUNTS = 6;
  private static final int EXPLICIT_BOUNDS = 7;
  private static final int MAX = 12;
  private static final int QUANTILES = 6;
  private static final int QUANTILE = 1;
  private static final int VALUE = 2;

  private static final int ATTRIBUTES = 7;
  private static final int ATTRIBUTES_OF_HISTOGRAM = 9;

  private final ProtoWriter out;

  PointWriter(ProtoWriter out) {
    this.out = out;
  }

  void write(SeriesPoint point) {
    int open = out.open(POINTS);
    if (point.shape() != MetricShape.GAUGE) {
      out.fixed(START, point.startNanos());
    }
    out.fixed(TIME, point.nanos());
    switch (point.shape()) {
      case COUNT:
        out.fixed(AS_INT, point.told().count);
        break;
      case HISTOGRAM:
        histogram(point);
        break;
      case SUMMARY:
        summary(point);
        break;
      default:
        out.number(AS_DOUBLE, point.told().value);
        break;
    }
    attributes(point);
    out.close(open);
  }

  private void histogram(SeriesPoint point) {
    Reading told = point.told();
    out.fixed(COUNT, told.count);
    out.number(SUM, told.value);
    if (told.buckets.length > 0) {
      out.fixed(BUCKET_COUNTS, told.buckets);
      out.numbers(EXPLICIT_BOUNDS, point.bounds());
    }
    double max = point.max();
    if (told.count > 0 && !Double.isNaN(max)) {
      out.number(MAX, max);
    }
  }

  private void summary(SeriesPoint point) {
    out.fixed(COUNT, point.told().count);
    out.number(SUM, point.told().value);
    for (double quantile : point.metric().percentiles()) {
      double value = point.quantile(quantile);
      if (value >= 0) { // the protocol has no negative ones
        int open = out.open(QUANTILES);
        out.number(QUANTILE, quantile);
        out.number(VALUE, value);
        out.close(open);
      }
    }
  }

  private void attributes(SeriesPoint point) {
    boolean histogram = point.shape() == MetricShape.HISTOGRAM;
    List<String> keys = point.tagKeys();
    List<@Nullable String> values = point.tagValues();
    for (int i = 0; i < keys.size(); i++) {
      String value = values.get(i);
      if (value != null) {
        Attributes.write(out, histogram ? ATTRIBUTES_OF_HISTOGRAM : ATTRIBUTES, keys.get(i), value);
      }
    }
  }
}
