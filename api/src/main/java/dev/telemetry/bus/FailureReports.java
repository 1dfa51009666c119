package dev.telemetry.bus;

import dev.telemetry.Metadata;
import dev.telemetry.OnFailure;
import dev.telemetry.TelemetryEvents;
import java.util.concurrent.TimeUnit;

/** Tells that a handler has thrown: by an event, then by one line. */
final class FailureReports {
  private final Registry registry;
  private final String id;
  private final OnFailure onFailure;
  private long minuteStart = System.nanoTime();
  private int inThisMinute;

  FailureReports(Registry registry, String id, OnFailure onFailure) {
    this.registry = registry;
    this.id = id;
    this.onFailure = onFailure;
  }

  void report(String event, Throwable failure) {
    if (!onFailure.keeps()) {
      emit(event, failure);
      log("has failed and is detached", event, failure);
    } else if (withinLimit()) {
      // a handler that stays would be called again by the report of its own failure
      if (!event.equals(TelemetryEvents.HANDLER_FAILURE)) {
        emit(event, failure);
      }
      log("has failed", event, failure);
    }
  }

  private synchronized boolean withinLimit() {
    long now = System.nanoTime();
    if (now - minuteStart >= TimeUnit.MINUTES.toNanos(1)) {
      minuteStart = now;
      inThisMinute = 0;
    }
    return inThisMinute++ < onFailure.reportsPerMinute();
  }

  private void emit(String event, Throwable failure) {
    Event report = registry.event(TelemetryEvents.HANDLER_FAILURE);
    if (report.enabled()) {
      Metadata metadata =
          Metadata.of(TelemetryEvents.EVENT_NAME, event)
              .with(TelemetryEvents.HANDLER_ID, id)
              .with(Thrown.metadata(failure));
      report.execute(HandlerGroup.timesNow(System.nanoTime()), metadata);
    }
  }

  private void log(String what, String event, Throwable failure) {
    System.err.println(
        "telemetry: handler '" + id + "' " + what + " at " + event + ": " + Thrown.text(failure));
  }
}
