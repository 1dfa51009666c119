package dev.telemetry.agent.poller;

import dev.telemetry.TelemetryEvents;
import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.MetricType;

/** What is counted of periodic measurements, whoever has added them. */
public final class PollMetrics {
  private PollMetrics() {}

  /** Returns the counter of those that failed: the VM's, those of rules and of code. */
  public static MetricDefinition failures() {
    return new MetricDefinition(MetricType.COUNTER, TelemetryEvents.POLLER_FAILURE + "s")
        .withEvent(TelemetryEvents.POLLER_FAILURE)
        .withTags(TelemetryEvents.POLLER_ID, TelemetryEvents.ERROR_TYPE)
        .withUnit("{failure}")
        .withDescription("Number of periodic measurements that failed.");
  }
}
