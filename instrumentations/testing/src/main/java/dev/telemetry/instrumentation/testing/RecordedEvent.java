package dev.telemetry.instrumentation.testing;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One event as it was emitted. Immutable. */
public final class RecordedEvent {
  private final String name;
  private final Map<String, Number> measurements;
  private final Map<String, Object> metadata;

  RecordedEvent(String name, Map<String, Number> measurements, Map<String, Object> metadata) {
    this.name = name;
    this.measurements = measurements;
    this.metadata = metadata;
  }

  /** Returns the event's full name. */
  public String name() {
    return name;
  }

  /** Returns the numbers, among them {@code duration} in nanoseconds for the end of a span. */
  public Map<String, Number> measurements() {
    return measurements;
  }

  /** Returns the duration in nanoseconds; -1 where the event has none. */
  public long duration() {
    Number duration = measurements.get("duration");
    return duration == null ? -1 : duration.longValue();
  }

  /** Returns the metadata. */
  public Map<String, Object> metadata() {
    return metadata;
  }

  /** Returns what was thrown; null where nothing was. */
  public @Nullable Throwable error() {
    return (Throwable) metadata.get("reason");
  }

  @Override
  public String toString() {
    return name + metadata;
  }
}
