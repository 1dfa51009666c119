package dev.telemetry.agent.poller;

import dev.telemetry.OnFailure;
import dev.telemetry.bus.Bus;
import dev.telemetry.bus.Event;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A bus and all that was emitted there. */
public final class Emitted {
  public final Bus bus = new Bus();
  public final List<One> events = new CopyOnWriteArrayList<>();

  public Emitted() {
    bus.attach(
        "test",
        List.of("**"),
        (name, numbers, about) -> events.add(new One(name, numbers.toMap(), about.toMap())),
        OnFailure.detach());
  }

  /** One event. */
  public record One(String name, Map<String, Number> numbers, Map<String, Object> about) {

    public long number(String measurement) {
      return Objects.requireNonNull(numbers.get(measurement), measurement).longValue();
    }
  }

  public Event event(String name) {
    return bus.event(name);
  }

  public List<One> named(String name) {
    return events.stream().filter(each -> each.name.equals(name)).toList();
  }

  /** The only event since the last time that this was asked. */
  public One only() {
    if (events.size() != 1) {
      throw new AssertionError("expected one event: " + events);
    }
    return events.remove(0);
  }

  /** The one event that is about this value. */
  public One about(String key, @Nullable Object value) {
    List<One> found =
        events.stream().filter(each -> Objects.equals(value, each.about.get(key))).toList();
    if (found.size() != 1) {
      throw new AssertionError("expected one event about " + value + ": " + events);
    }
    return found.get(0);
  }
}
