package dev.telemetry.bus;

import dev.telemetry.Measurements;
import dev.telemetry.Metadata;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The handle of one event name, resolved once by {@link Bus#event(String)} and kept by emitters.
 *
 * <p>Where nobody listens, emitting costs one volatile read and allocates nothing; in a copy that
 * is linked to an agent it costs two. Nothing that a listener throws reaches the emitter.
 * Thread-safe.
 */
public final class Event {
  private static final Subscriber[] NOBODY = {};

  private final String name;
  private final AtomicLong failures;
  private final AtomicInteger cell = new AtomicInteger();
  private final Map<Source, Subscriber> answers = new LinkedHashMap<>();
  private final List<AttachedHandler> handlers = new ArrayList<>();
  private @Nullable EventTally tally;
  private boolean observed;
  private volatile Subscriber[] subscribers = NOBODY;

  Event(String name, AtomicLong failures) {
    this.name = name;
    this.failures = failures;
  }

  /** Makes one that hands all over to somebody, who knows whether anybody listens. */
  Event(String name, AtomicLong failures, HandOver only) {
    this(name, failures);
    subscribers = new Subscriber[] {only};
  }

  /** Returns the full name, such as {@code http.server.request.stop}. */
  public String name() {
    return name;
  }

  /** Tells whether anybody listens. */
  public boolean enabled() {
    Subscriber[] now = subscribers;
    return now.length > 1 || (now.length == 1 && !HandOver.idle(now[0]));
  }

  /** Emits an event that is no end of a span, from views that exist already. */
  public void execute(Measurements measurements, Metadata metadata) {
    if (enabled()) {
      single(Facts.of(measurements, metadata));
    }
  }

  /** Emits an event that is no end of a span. */
  public void single(Facts facts) {
    for (Subscriber subscriber : subscribers) {
      try {
        subscriber.single(facts);
      } catch (Throwable failure) {
        failures.incrementAndGet();
      }
    }
  }

  /** Emits the start of a span. */
  public void started(long nanos, Facts facts) {
    for (Subscriber subscriber : subscribers) {
      try {
        subscriber.started(nanos, facts);
      } catch (Throwable failure) {
        failures.incrementAndGet();
      }
    }
  }

  /** Emits the end of a span; {@code error} is null for a stop. */
  public void ended(long startNanos, long endNanos, Facts facts, @Nullable Throwable error) {
    for (Subscriber subscriber : subscribers) {
      try {
        subscriber.ended(startNanos, endNanos, facts, error);
      } catch (Throwable failure) {
        failures.incrementAndGet();
      }
    }
  }

  @Override
  public String toString() {
    return name;
  }

  /** What tells linked copies whether anybody listens: not 0. */
  AtomicInteger cell() {
    return cell;
  }

  // The rest is called by the registry, under its lock.

  void subscribe(Source source, Subscriber subscriber) {
    answers.put(source, subscriber);
    publish();
  }

  void unsubscribe(Source source) {
    if (answers.remove(source) != null) {
      publish();
    }
  }

  void attach(AttachedHandler handler) {
    handlers.add(handler);
    publish();
  }

  void detach(AttachedHandler handler) {
    if (handlers.remove(handler)) {
      publish();
    }
  }

  void replace(@Nullable AttachedHandler before, AttachedHandler after) {
    boolean changed = handlers.remove(before);
    if (after.wants(name)) {
      changed |= handlers.add(after);
    }
    if (changed) {
      publish();
    }
  }

  /** Begins or ends to count; whom nobody hears is not counted either. */
  void observe(boolean on) {
    observed = on;
    publish();
  }

  /** Returns how often it was emitted while that was counted. */
  long count() {
    return tally == null ? 0 : tally.count();
  }

  private void publish() {
    List<Subscriber> now = new ArrayList<>(answers.values());
    if (!handlers.isEmpty()) {
      now.add(new HandlerGroup(name, handlers, observed));
    }
    if (observed && !now.isEmpty()) {
      tally = tally == null ? new EventTally() : tally;
      now.add(tally);
    }
    subscribers = now.toArray(NOBODY);
    cell.set(now.size());
  }
}
