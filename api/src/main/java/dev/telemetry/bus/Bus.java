package dev.telemetry.bus;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Knows every event name seen and who listens to it. Thread-safe.
 *
 * <p>Names are resolved once; patterns are resolved when a name is first seen, so that dispatch
 * stays one look-up.
 */
public final class Bus {
  private static final Bus SHARED = new Bus();

  private final ConcurrentMap<String, Event> events = new ConcurrentHashMap<>();
  private final List<Function<String, @Nullable Subscriber>> sources = new ArrayList<>();

  /** Makes a bus of its own, as tests do; applications share {@link #shared()}. */
  public Bus() {}

  /** Returns the one bus behind {@link dev.telemetry.Telemetry}. */
  public static Bus shared() {
    return SHARED;
  }

  /** Returns the handle of an event name, the same for the same name. */
  public Event event(String name) {
    return events.computeIfAbsent(name, this::newEvent);
  }

  /** Returns the handles of a span's three events. */
  public SpanEvents span(String prefix) {
    return new SpanEvents(this, prefix);
  }

  /**
   * Lets a source answer for every event name, those seen already and those to come, whether it
   * wants that event: what it returns is subscribed.
   *
   * @return takes the subscription back
   */
  public synchronized Runnable subscribe(Function<String, @Nullable Subscriber> source) {
    sources.add(source);
    events.values().forEach(this::resolve);
    return () -> unsubscribe(source);
  }

  private synchronized void unsubscribe(Function<String, @Nullable Subscriber> source) {
    sources.remove(source);
    events.values().forEach(this::resolve);
  }

  private synchronized Event newEvent(String name) {
    Event event = new Event(name);
    resolve(event);
    return event;
  }

  private void resolve(Event event) {
    List<Subscriber> found = new ArrayList<>();
    for (Function<String, @Nullable Subscriber> source : sources) {
      Subscriber subscriber = source.apply(event.name());
      if (subscriber != null) {
        found.add(subscriber);
      }
    }
    event.subscribers(found.toArray(new Subscriber[0]));
  }
}
