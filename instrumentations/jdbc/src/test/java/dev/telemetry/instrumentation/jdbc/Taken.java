package dev.telemetry.instrumentation.jdbc;

import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.PulledValues;

/** A sink that is given nothing: all that is told is told by events. */
final class Taken implements PulledValues.Sink {
  @Override
  public void record(MetricDefinition metric, String[] tagValues, double measured) {
    throw new AssertionError(metric.name());
  }

  @Override
  public void remove(MetricDefinition metric, String[] tagValues) {
    throw new AssertionError(metric.name());
  }
}
