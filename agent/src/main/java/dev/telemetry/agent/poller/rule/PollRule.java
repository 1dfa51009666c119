package dev.telemetry.agent.poller.rule;

import dev.telemetry.bus.Bus;
import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.poll.PeriodicMeasurement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A rule under {@code poll}: what is looked at how often, and which event tells it. Immutable. */
public final class PollRule {
  private final Target target;
  private final List<Reading> readings;
  private final String event;
  private final Duration every;

  PollRule(Target target, List<Reading> readings, String event, Duration every) {
    this.target = target;
    this.readings = readings;
    this.event = event;
    this.every = every;
  }

  /** Returns what tells it from other rules, for people too. */
  public String id() {
    return event + " (" + target + ")";
  }

  Duration every() {
    return every;
  }

  /** Returns a metric for each of its numbers: the last value, or the sum of a counter's steps. */
  List<MetricDefinition> metrics() {
    String[] tags = target.tags().toArray(new String[0]);
    List<MetricDefinition> metrics = new ArrayList<>();
    readings.forEach(reading -> metrics.add(reading.metric(event, tags)));
    return metrics;
  }

  PeriodicMeasurement measurement(Bus bus, Surroundings surroundings) {
    return target.measurement(new Asked(bus.event(event), readings), surroundings);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PollRule && other.toString().equals(toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  @Override
  public String toString() {
    return id() + " every " + every + ": " + readings;
  }
}
