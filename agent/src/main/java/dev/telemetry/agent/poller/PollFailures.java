package dev.telemetry.agent.poller;

import dev.telemetry.Measurements;
import dev.telemetry.Metadata;
import dev.telemetry.TelemetryEvents;
import dev.telemetry.agent.log.AgentLog;
import dev.telemetry.bus.Bus;
import dev.telemetry.bus.Event;

/** Tells what could not be measured: in the log, and as an event of which a metric counts. */
final class PollFailures {
  private final AgentLog log;
  private final Event event;

  PollFailures(Bus bus, AgentLog log) {
    this.log = log;
    this.event = bus.event(TelemetryEvents.POLLER_FAILURE);
  }

  /**
   * Tells of a measurement that is tried again.
   *
   * @param name of the event that it emits
   * @param inARow how often it has failed by now
   */
  void failed(String name, Throwable failure, int inARow) {
    log.failure("vm: cannot measure " + name + ", will try again", failure);
    event.execute(
        Measurements.of(TelemetryEvents.FAILURES, inARow),
        Metadata.of(TelemetryEvents.POLLER_ID, name)
            .with(TelemetryEvents.ERROR_TYPE, failure.getClass().getName())
            .with(TelemetryEvents.ERROR_MESSAGE, failure.getMessage())
            .with(TelemetryEvents.REASON, failure));
  }

  /** Tells of a measurement that this VM has no means for. */
  void absent(String name, LinkageError missing) {
    log.failure("vm: " + name + " is not measured, this VM has no means for it", missing);
  }
}
