package dev.telemetry.bus;

import org.jspecify.annotations.Nullable;

/**
 * The handle of one event name, resolved once by {@link Bus#event(String)} and kept by emitters.
 *
 * <p>Where nobody listens, emitting costs one volatile read and allocates nothing. Thread-safe.
 */
public final class Event {
  private static final Subscriber[] NOBODY = {};

  private final String name;
  private volatile Subscriber[] subscribers = NOBODY;

  Event(String name) {
    this.name = name;
  }

  /** Returns the full name, such as {@code http.server.request.stop}. */
  public String name() {
    return name;
  }

  /** Tells whether anybody listens, by one volatile read. */
  public boolean enabled() {
    return subscribers.length != 0;
  }

  /** Emits an event that is no end of a span. */
  public void single(Facts facts) {
    for (Subscriber subscriber : subscribers) {
      subscriber.single(facts);
    }
  }

  /** Emits the start of a span. */
  public void started(long nanos, Facts facts) {
    for (Subscriber subscriber : subscribers) {
      subscriber.started(nanos, facts);
    }
  }

  /** Emits the end of a span; {@code error} is null for a stop. */
  public void ended(long startNanos, long endNanos, Facts facts, @Nullable Throwable error) {
    for (Subscriber subscriber : subscribers) {
      subscriber.ended(startNanos, endNanos, facts, error);
    }
  }

  void subscribers(Subscriber[] now) {
    subscribers = now;
  }
}
