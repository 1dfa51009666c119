package dev.telemetry.instrumentation.testing;

import dev.telemetry.bus.Bus;
import dev.telemetry.bus.Facts;
import dev.telemetry.bus.Subscriber;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Records every event of a bus, with its metadata as it was when it was emitted. Thread-safe. */
public final class RecordedEvents {
  private final Bus bus;
  private final List<RecordedEvent> recorded = new CopyOnWriteArrayList<>();
  private Runnable unsubscribe = () -> {};

  RecordedEvents(Bus bus) {
    this.bus = bus;
  }

  void start() {
    recorded.clear();
    unsubscribe = bus.subscribe(Recorder::new);
  }

  void stop() {
    unsubscribe.run();
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
    List<RecordedEvent> named = new ArrayList<>();
    for (RecordedEvent event : recorded) {
      if (event.name().equals(name)) {
        named.add(event);
      }
    }
    return named;
  }

  /** Returns the stop and exception events of a span. */
  public List<RecordedEvent> endsOf(String span) {
    List<RecordedEvent> ends = new ArrayList<>();
    for (RecordedEvent event : recorded) {
      if (event.name().equals(span + ".stop") || event.name().equals(span + ".exception")) {
        ends.add(event);
      }
    }
    return ends;
  }

  /** Returns the names in the order of emission. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    recorded.forEach(event -> names.add(event.name()));
    return names;
  }

  private final class Recorder implements Subscriber {
    private final String name;

    Recorder(String name) {
      this.name = name;
    }

    @Override
    public void single(Facts facts) {
      record(facts, -1, null);
    }

    @Override
    public void started(long nanos, Facts facts) {
      record(facts, -1, null);
    }

    @Override
    public void ended(long startNanos, long endNanos, Facts facts, @Nullable Throwable error) {
      record(facts, endNanos - startNanos, error);
    }

    private void record(Facts facts, long duration, @Nullable Throwable error) {
      Map<String, Object> metadata = new TreeMap<>(facts.metadata().toMap());
      Map<String, Number> measurements = new TreeMap<>(facts.measurements().toMap());
      if (duration >= 0) {
        measurements.put("duration", duration);
      }
      recorded.add(new RecordedEvent(name, measurements, metadata, error));
    }
  }
}
