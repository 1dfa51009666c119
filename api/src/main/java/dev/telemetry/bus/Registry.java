package dev.telemetry.bus;

import dev.telemetry.HandlerInfo;
import dev.telemetry.TelemetryEvents;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The names of one bus and who listens to them. What is known, and what is beyond the limit, is
 * found without a lock; whatever changes does so under the one lock of this object.
 */
final class Registry {
  static final int LIMIT = 10_000;
  private static final List<String> ENDS =
      Arrays.asList(TelemetryEvents.START, TelemetryEvents.STOP, TelemetryEvents.EXCEPTION);

  private final ConcurrentMap<String, Event> events = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, SpanEvents> spans = new ConcurrentHashMap<>();
  private final Set<String> ofCopies = ConcurrentHashMap.newKeySet();
  private final AtomicLong failures = new AtomicLong();
  private final List<Source> sources = new CopyOnWriteArrayList<>();
  private final Map<String, AttachedHandler> handlers = new LinkedHashMap<>();
  private volatile boolean observed;

  /** A copy of the handlers, for those who do not hold the lock. */
  private volatile List<AttachedHandler> attached = Collections.emptyList();

  /** Counts, after each change, how often it was changed who listens to what. */
  private final AtomicInteger changes = new AtomicInteger();

  /** Names are never forgotten: once there is no room, there will be none. */
  private volatile boolean full;

  Event event(String name) {
    Event known = events.get(name);
    if (known != null) {
      return known;
    }
    return full ? new UnkeptEvent(this, name, failures).handle() : add(name);
  }

  SpanEvents span(String prefix) {
    SpanEvents known = spans.get(prefix);
    if (known != null) {
      return known;
    }
    return full ? newSpan(prefix) : addSpan(prefix);
  }

  /** Of a name that is not kept nobody could be told that its cell has changed. */
  AtomicInteger cell(String name) {
    Event event = event(name);
    if (events.get(name) != event) {
      return new AtomicInteger(1);
    }
    ofCopies.add(name);
    return event.cell();
  }

  /** Returns a number that is another one whenever somebody else listens than before. */
  int changes() {
    return changes.get();
  }

  long failures() {
    return failures.get();
  }

  List<String> unheard() {
    List<String> unheard = new ArrayList<>();
    for (Event event : events.values()) {
      if (!event.enabled() && !isStartOfHeard(event.name())) {
        unheard.add(event.name());
      }
    }
    Collections.sort(unheard);
    return unheard;
  }

  List<String> unheardOfCopies() {
    Set<String> unheard = new TreeSet<>();
    for (String name : ofCopies) {
      String span = spanOfCopies(name);
      if (span == null ? !isHeard(name) : ENDS.stream().noneMatch(end -> isHeard(span + end))) {
        unheard.add(span == null ? name : span);
      }
    }
    unheard.remove(TelemetryEvents.HANDLER_FAILURE);
    return new ArrayList<>(unheard);
  }

  /** Returns the prefix of a span whose three events copies have; null for a single event. */
  private @Nullable String spanOfCopies(String name) {
    for (String own : ENDS) {
      String prefix = name.endsWith(own) ? name.substring(0, name.length() - own.length()) : null;
      if (prefix != null && ENDS.stream().allMatch(end -> ofCopies.contains(prefix + end))) {
        return prefix;
      }
    }
    return null;
  }

  private boolean isStartOfHeard(String name) {
    if (!name.endsWith(TelemetryEvents.START)) {
      return false;
    }
    String prefix = name.substring(0, name.length() - TelemetryEvents.START.length());
    return isHeard(prefix + TelemetryEvents.STOP) || isHeard(prefix + TelemetryEvents.EXCEPTION);
  }

  private boolean isHeard(String name) {
    Event event = events.get(name);
    return event != null && event.enabled();
  }

  private synchronized Event add(String name) {
    Event known = events.get(name);
    if (known != null) {
      return known;
    }
    if (full) {
      return event(name);
    }
    Event event = resolve(name);
    // a source may have asked for further events meanwhile
    events.put(name, event);
    full = events.size() >= LIMIT;
    return event;
  }

  /** Returns an event that has all who listen to it now, and hears of nobody else. */
  Event resolve(String name) {
    EventPattern.requireName(name);
    Event event = new Event(name, failures);
    sources.forEach(source -> source.answer(event));
    attached.forEach(handler -> attach(handler, event));
    event.observe(observed);
    return event;
  }

  private synchronized SpanEvents addSpan(String prefix) {
    SpanEvents span = newSpan(prefix);
    SpanEvents known = spans.putIfAbsent(prefix, span);
    return known != null ? known : span;
  }

  private SpanEvents newSpan(String prefix) {
    EventPattern.requireName(prefix);
    return new SpanEvents(
        event(prefix + TelemetryEvents.START),
        event(prefix + TelemetryEvents.STOP),
        event(prefix + TelemetryEvents.EXCEPTION));
  }

  synchronized Runnable subscribe(Function<String, @Nullable Subscriber> answers) {
    Source source = new Source(answers, failures);
    sources.add(source);
    everyEvent(source::answer);
    changes.incrementAndGet();
    return () -> unsubscribe(source);
  }

  private synchronized void unsubscribe(Source source) {
    if (sources.remove(source)) {
      everyEvent(event -> event.unsubscribe(source));
      changes.incrementAndGet();
    }
  }

  synchronized void observe(boolean on) {
    observed = on;
    everyEvent(event -> event.observe(on));
    changes.incrementAndGet();
  }

  synchronized Map<String, Long> eventCounts() {
    Map<String, Long> counts = new TreeMap<>();
    for (Event event : events.values()) {
      if (event.count() > 0) {
        counts.put(event.name(), event.count());
      }
    }
    return counts;
  }

  synchronized List<HandlerTime> handlerTimes() {
    List<HandlerTime> times = new ArrayList<>();
    handlers.values().forEach(handler -> times.add(handler.time()));
    return times;
  }

  synchronized void refresh(Predicate<String> changed) {
    everyEvent(
        event -> {
          if (changed.test(event.name())) {
            sources.forEach(source -> source.answer(event));
          }
        });
    changes.incrementAndGet();
  }

  synchronized void attach(AttachedHandler handler) {
    refuseTaken(handler.id());
    handlers.put(handler.id(), handler);
    handlersChanged();
    everyEvent(event -> attach(handler, event));
  }

  /** Each event has the one or the other at any time. */
  synchronized void replace(AttachedHandler handler) {
    AttachedHandler before = handlers.put(handler.id(), handler);
    handlersChanged();
    everyEvent(event -> event.replace(before, handler));
    if (before != null) {
      before.detached();
    }
  }

  synchronized void refuseTaken(String id) {
    dropGone();
    if (handlers.containsKey(id)) {
      throw taken(id);
    }
  }

  static IllegalArgumentException taken(String id) {
    return new IllegalArgumentException("a handler with id '" + id + "' is attached already");
  }

  synchronized boolean detach(String id) {
    AttachedHandler handler = handlers.get(id);
    return handler != null && detach(handler);
  }

  /** By the handler and not by its id, which may meanwhile belong to another. */
  synchronized boolean detach(AttachedHandler handler) {
    if (!handlers.remove(handler.id(), handler)) {
      return false;
    }
    handlersChanged();
    everyEvent(event -> event.detach(handler));
    handler.detached();
    return true;
  }

  private void handlersChanged() {
    attached = new ArrayList<>(handlers.values());
    changes.incrementAndGet();
  }

  synchronized List<AttachedHandler> handlers() {
    dropGone();
    return new ArrayList<>(handlers.values());
  }

  List<HandlerInfo> handlers(String prefix) {
    List<HandlerInfo> found = new ArrayList<>();
    handlers().forEach(handler -> handler.list(prefix, found));
    return found;
  }

  private void dropGone() {
    for (AttachedHandler handler : new ArrayList<>(handlers.values())) {
      if (handler.gone()) {
        detach(handler);
      }
    }
  }

  /** Over a copy: a source may ask for further events while it answers. */
  private void everyEvent(Consumer<Event> change) {
    new ArrayList<>(events.values()).forEach(change);
  }

  private static void attach(AttachedHandler handler, Event event) {
    if (handler.wants(event.name())) {
      event.attach(handler);
    }
  }
}
