package dev.telemetry.agent.poller.rule;

import dev.telemetry.Measurements;
import dev.telemetry.Metadata;
import dev.telemetry.bus.Event;
import java.util.List;
import java.util.Map;

/** The numbers that a rule asks for, and the event that carries them. Immutable. */
final class Asked {
  private final Event event;
  private final List<Reading> readings;

  Asked(Event event, List<Reading> readings) {
    this.event = event;
    this.readings = readings;
  }

  List<Reading> readings() {
    return readings;
  }

  /** Tells whether anybody listens; if nobody does, nothing need be looked at. */
  boolean enabled() {
    return event.enabled();
  }

  /** Emits what was found, unless nothing was. */
  void emit(Map<String, Number> numbers, Map<String, String> metadata) {
    if (!numbers.isEmpty()) {
      event.execute(Measurements.of(numbers), Metadata.of(metadata));
    }
  }
}
