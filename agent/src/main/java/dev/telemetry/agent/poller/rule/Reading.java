package dev.telemetry.agent.poller.rule;

import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.MetricType;

/** One number of a rule: from which attribute, under which name, and what it is. Immutable. */
final class Reading {
  private final String source;
  private final String measurement;
  private final boolean counter;
  private final String unit;

  /**
   * Describes a number.
   *
   * @param source the attribute, maybe with a key of its composite data behind a dot
   * @param counter whether it only grows, so that its steps are what is measured
   */
  Reading(String source, String measurement, boolean counter, String unit) {
    this.source = source;
    this.measurement = measurement;
    this.counter = counter;
    this.unit = unit;
  }

  String source() {
    return source;
  }

  String measurement() {
    return measurement;
  }

  boolean isCounter() {
    return counter;
  }

  /** Returns the attribute that the number is part of. */
  String attribute() {
    int dot = source.indexOf('.');
    return dot < 0 ? source : source.substring(0, dot);
  }

  /** Returns the keys from the attribute's composite data on to the number; none by default. */
  String[] keys() {
    int dot = source.indexOf('.');
    return dot < 0 ? new String[0] : source.substring(dot + 1).split("\\.");
  }

  MetricDefinition metric(String event, String... tags) {
    MetricType type = counter ? MetricType.SUM : MetricType.LAST_VALUE;
    return new MetricDefinition(type, event + "." + measurement)
        .withEvent(event)
        .withMeasurement(measurement)
        .withTags(tags)
        .withUnit(unit);
  }

  @Override
  public String toString() {
    return source + " as " + measurement + (counter ? ", counter" : "") + " " + unit;
  }
}
