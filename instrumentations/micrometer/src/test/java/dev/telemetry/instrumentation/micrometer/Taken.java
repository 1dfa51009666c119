package dev.telemetry.instrumentation.micrometer;

import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.MetricType;
import dev.telemetry.instrumentation.PulledValues;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Adds up what it is given, as series do: by name and tags. */
final class Taken implements PulledValues.Sink {
  final Map<String, Double> values = new TreeMap<>();
  final Map<String, String> units = new TreeMap<>();

  @Override
  public void record(MetricDefinition metric, String[] tagValues, double measured) {
    boolean sum = metric.type() == MetricType.SUM;
    values.merge(series(metric, tagValues), measured, sum ? Double::sum : (old, now) -> now);
    units.put(metric.name(), metric.unit());
  }

  @Override
  public void remove(MetricDefinition metric, String[] tagValues) {
    values.remove(series(metric, tagValues));
  }

  private static String series(MetricDefinition metric, String[] tagValues) {
    return metric.tags().isEmpty()
        ? metric.name()
        : metric.name() + metric.tags() + Arrays.toString(tagValues);
  }
}
