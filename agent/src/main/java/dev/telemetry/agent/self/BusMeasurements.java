package dev.telemetry.agent.self;

import dev.telemetry.TelemetryEvents;
import dev.telemetry.agent.poller.Growth;
import dev.telemetry.agent.poller.Reading;
import dev.telemetry.bus.Bus;
import dev.telemetry.bus.Event;
import dev.telemetry.bus.HandlerTime;
import java.util.Map;

/** Events by name and handlers by id. Each of both is called by one thread at a time. */
final class BusMeasurements {
  private final Bus bus;
  private final Event event;
  private final Event handler;
  private final Growth counts = new Growth();
  private final Growth times = new Growth();

  BusMeasurements(Bus bus) {
    this.bus = bus;
    event = bus.event(SelfEvents.EVENT);
    handler = bus.event(SelfEvents.HANDLER);
  }

  void events() {
    counts.begin();
    for (Map.Entry<String, Long> each : bus.eventCounts().entrySet()) {
      new Reading()
          .about(TelemetryEvents.EVENT_NAME, each.getKey())
          .number(SelfEvents.COUNT, counts.step(each.getKey(), each.getValue()).longValue())
          .emit(event);
    }
    counts.end();
  }

  void handlers() {
    times.begin();
    for (HandlerTime each : bus.handlerTimes()) {
      new Reading()
          .about(TelemetryEvents.HANDLER_ID, each.id())
          .number(SelfEvents.CALLS, step(SelfEvents.CALLS, each, each.calls()))
          .number(SelfEvents.TIME, step(SelfEvents.TIME, each, each.nanos()))
          .emit(handler);
    }
    times.end();
  }

  private long step(String what, HandlerTime of, long now) {
    return times.step(what + " " + of.id(), now).longValue();
  }
}
