package dev.telemetry.it;

import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Data points as the official definition reads them: one that comes twice, with its series and its
 * times, is there once.
 */
final class OtlpPoints {
  private final Map<Point, Value> values = new ConcurrentHashMap<>();
  private final AtomicLong number = new AtomicLong();

  void add(ExportMetricsServiceRequest request) {
    request.getResourceMetricsList().stream()
        .flatMap(resource -> resource.getScopeMetricsList().stream())
        .flatMap(scope -> scope.getMetricsList().stream())
        .forEach(this::add);
  }

  private void add(Metric metric) {
    List<NumberDataPoint> numbers =
        metric.hasGauge()
            ? metric.getGauge().getDataPointsList()
            : metric.getSum().getDataPointsList();
    numbers.forEach(point -> add(metric.getName(), point));
    metric.getHistogram().getDataPointsList().forEach(point -> add(metric.getName(), point));
  }

  private void add(String name, NumberDataPoint point) {
    Series series = new Series(name, point.getAttributesList());
    double value = point.hasAsInt() ? point.getAsInt() : point.getAsDouble();
    long end = point.getTimeUnixNano();
    add(new Point(series, point.getStartTimeUnixNano(), end), new Value(value, value));
  }

  private void add(String name, HistogramDataPoint point) {
    Series series = new Series(name, point.getAttributesList());
    long end = point.getTimeUnixNano();
    Value value = new Value(point.getCount(), point.getSum());
    add(new Point(series, point.getStartTimeUnixNano(), end), value);
  }

  private void add(Point point, Value value) {
    number.incrementAndGet();
    Value before = values.putIfAbsent(point, value);
    if (before != null && !before.equals(value)) {
      throw new IllegalStateException(point + " was " + before + " and is " + value);
    }
  }

  /** How many have come, those that came again included. */
  long number() {
    return number.get();
  }

  /** How many came again. */
  long repeated() {
    return number() - values.size();
  }

  /** What the steps of a sum, or the counts of a histogram, add up to. */
  long steps(String name) {
    return (long) of(name).mapToDouble(each -> each.getValue().count).sum();
  }

  /** What the sums of a histogram's steps add up to. */
  double stepsOfSum(String name) {
    return of(name).mapToDouble(each -> each.getValue().sum).sum();
  }

  /** What sums, or counts of histograms, have come to: the last point of each series. */
  long last(String name) {
    return (long) last(name, value -> value.count);
  }

  /** What the sums of histograms have come to. */
  double lastOfSum(String name) {
    return last(name, value -> value.sum);
  }

  private double last(String name, ToDoubleFunction<Value> part) {
    return of(name)
        .collect(
            Collectors.groupingBy(
                each -> each.getKey().series,
                Collectors.maxBy(Comparator.comparing(each -> each.getKey().end))))
        .values()
        .stream()
        .mapToDouble(each -> part.applyAsDouble(each.orElseThrow().getValue()))
        .sum();
  }

  private Stream<Entry<Point, Value>> of(String name) {
    return values.entrySet().stream().filter(each -> each.getKey().series.name.equals(name));
  }

  private record Series(String name, List<KeyValue> attributes) {}

  private record Point(Series series, long start, long end) {}

  private record Value(double count, double sum) {}
}
