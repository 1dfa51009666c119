package dev.telemetry.bus;

import dev.telemetry.Measurements;
import dev.telemetry.Metadata;
import dev.telemetry.TelemetryEvents;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The handlers of one event: makes the views once for all of them. Immutable. */
final class HandlerGroup implements Subscriber {
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final String event;
  private final AttachedHandler[] handlers;
  private final boolean timed;

  HandlerGroup(String event, List<AttachedHandler> handlers, boolean timed) {
    this.event = event;
    this.timed = timed;
    this.handlers = handlers.toArray(new AttachedHandler[0]);
  }

  @Override
  public void single(Facts facts) {
    call(facts.measurements(), facts.metadata());
  }

  @Override
  public void started(long nanos, Facts facts) {
    call(timesNow(nanos), inContext(facts.metadata(), nanos));
  }

  @Override
  public void ended(long startNanos, long endNanos, Facts facts, @Nullable Throwable error) {
    Measurements measurements =
        facts
            .measurements()
            .with(TelemetryEvents.DURATION, endNanos - startNanos)
            .with(TelemetryEvents.MONOTONIC_TIME, endNanos);
    Metadata metadata = inContext(facts.metadata(), startNanos);
    call(measurements, error == null ? metadata : metadata.with(Thrown.metadata(error)));
  }

  static Measurements timesNow(long nanos) {
    return Measurements.of(TelemetryEvents.MONOTONIC_TIME, nanos)
        .with(TelemetryEvents.SYSTEM_TIME, System.currentTimeMillis() * NANOS_PER_MILLI);
  }

  /** See {@link Facts#metadata}. */
  private static Metadata inContext(Metadata metadata, long startNanos) {
    if (metadata.get(TelemetryEvents.SPAN_CONTEXT) != null) {
      return metadata;
    }
    long thread = Thread.currentThread().getId();
    String context = Long.toHexString(startNanos) + '-' + Long.toHexString(thread);
    return metadata.with(TelemetryEvents.SPAN_CONTEXT, context);
  }

  private void call(Measurements measurements, Metadata metadata) {
    for (AttachedHandler handler : handlers) {
      if (timed) {
        handler.handleTimed(event, measurements, metadata);
      } else {
        handler.handle(event, measurements, metadata);
      }
    }
  }
}
