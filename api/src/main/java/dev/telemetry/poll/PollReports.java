package dev.telemetry.poll;

import dev.telemetry.Measurements;
import dev.telemetry.Metadata;
import dev.telemetry.TelemetryEvents;
import dev.telemetry.bus.Bus;
import dev.telemetry.bus.Event;
import dev.telemetry.bus.Thrown;
import java.util.concurrent.TimeUnit;

/** Tells of measurements that went wrong: by an event, then by one line. Thread-safe. */
final class PollReports {
  private static final String TIMEOUT = "timeout";

  private final Event event;

  PollReports(Bus bus) {
    event = bus.event(TelemetryEvents.POLLER_FAILURE);
  }

  void failed(String id, Throwable failure, int inARow) {
    emit(id, inARow, Thrown.metadata(failure));
    line(id, "has failed, " + inARow + " in a row: " + Thrown.text(failure));
  }

  void hangs(String id, long nanos, int inARow) {
    String message = "has not returned within " + TimeUnit.NANOSECONDS.toMillis(nanos) + " ms";
    Metadata told =
        Metadata.of(TelemetryEvents.ERROR_TYPE, TIMEOUT)
            .with(TelemetryEvents.ERROR_MESSAGE, message);
    emit(id, inARow, told);
    line(id, message + " and is not called again before it does");
  }

  private void emit(String id, int inARow, Metadata why) {
    if (event.enabled()) {
      event.execute(
          Measurements.of(TelemetryEvents.FAILURES, inARow),
          Metadata.of(TelemetryEvents.POLLER_ID, id).with(why));
    }
  }

  private static void line(String id, String what) {
    try {
      System.err.println("telemetry: measurement '" + id + "' " + what);
    } catch (RuntimeException | Error broken) {
      // the stream may be the application's own, and there is nowhere left to tell it
    }
  }
}
