package dev.telemetry.instrumentation.testing;

import dev.telemetry.Measurements;
import dev.telemetry.Metadata;
import dev.telemetry.OnFailure;
import dev.telemetry.TelemetryEvents;
import dev.telemetry.bus.Bus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** Records every event of a bus as a handler sees it, less the span's context. Thread-safe. */
public final class RecordedEvents {
  private static final String ID = "recorded-events";

  private final Bus bus;
  private final List<RecordedEvent> recorded = new CopyOnWriteArrayList<>();

  RecordedEvents(Bus bus) {
    this.bus = bus;
  }

  void start() {
    recorded.clear();
    bus.attach(ID, Collections.singleton("**"), this::record, OnFailure.detach());
  }

  void stop() {
    bus.detach(ID);
  }

  private void record(String event, Measurements measurements, Metadata metadata) {
    Map<String, Object> own = new LinkedHashMap<>(metadata.toMap());
    own.remove(TelemetryEvents.SPAN_CONTEXT);
    recorded.add(new RecordedEvent(event, measurements.toMap(), own));
  }

  /** Forgets what was recorded so far. */
  public void clear() {
    recorded.clear();
  }

  /** Returns all events in the order of their emission. */
  public List<RecordedEvent> all() {
    return new ArrayList<>(recorded);
  }

  /** Returns the events of one name. */
  public List<RecordedEvent> named(String name) {
    return select(event -> event.name().equals(name));
  }

  /** Returns the stop and exception events of a span. */
  public List<RecordedEvent> endsOf(String span) {
    return select(
        event -> event.name().equals(span + ".stop") || event.name().equals(span + ".exception"));
  }

  /** Returns the names in the order of emission. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    recorded.forEach(event -> names.add(event.name()));
    return names;
  }

  private List<RecordedEvent> select(Predicate<RecordedEvent> wanted) {
    List<RecordedEvent> selected = new ArrayList<>();
    for (RecordedEvent event : recorded) {
      if (wanted.test(event)) {
        selected.add(event);
      }
    }
    return selected;
  }
}
