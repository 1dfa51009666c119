package dev.telemetry.instrumentation.micrometer;

import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.MetricType;
import java.util.ArrayList;
import java.util.List;

/** One number of a meter: the metric that it is, and its tags. Immutable. */
final class Reading {
  /** The name, how many tags, their keys and their values: the same for the same series. */
  final List<String> key = new ArrayList<>();

  private final MeterIdentity meter;
  private final MetricType type;
  private final String name;
  private final String unit;

  private Reading(MetricType type, MeterIdentity meter, String suffix, String unit) {
    this.type = type;
    this.meter = meter;
    this.unit = unit;
    name = meter.name + suffix;
    key.add(name);
    key.addAll(meter.tagKeys);
    key.addAll(meter.tagValues);
  }

  static Reading total(MeterIdentity meter, String suffix, String unit) {
    return new Reading(MetricType.SUM, meter, suffix, unit);
  }

  static Reading newest(MeterIdentity meter, String suffix, String unit) {
    return new Reading(MetricType.LAST_VALUE, meter, suffix, unit);
  }

  boolean isTotal() {
    return type == MetricType.SUM;
  }

  MetricDefinition metric() {
    return new MetricDefinition(type, name)
        .withTags(meter.tagKeys.toArray(new String[0]))
        .withUnit(unit)
        .withDescription(meter.description);
  }

  String[] tagValues() {
    return meter.tagValues.toArray(new String[0]);
  }
}
