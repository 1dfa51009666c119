package dev.telemetry.agent.report;

import dev.telemetry.Measurements;
import dev.telemetry.Metadata;

/** An event as it passed. Immutable, as far as what the emitter put into it is. */
public final class TappedEvent {
  private final long epochMillis = System.currentTimeMillis();
  private final String name;
  private final Measurements measurements;
  private final Metadata metadata;

  TappedEvent(String name, Measurements measurements, Metadata metadata) {
    this.name = name;
    this.measurements = measurements;
    this.metadata = metadata;
  }

  /** Returns the event's full name. */
  public String name() {
    return name;
  }

  /** Returns when it was emitted, in milliseconds since 1970. */
  public long epochMillis() {
    return epochMillis;
  }

  /** Returns the numbers; durations and times are nanoseconds. */
  public Measurements measurements() {
    return measurements;
  }

  /** Returns what the event was about. */
  public Metadata metadata() {
    return metadata;
  }
}
