package dev.telemetry.bus;

import dev.telemetry.Handler;
import dev.telemetry.HandlerInfo;
import dev.telemetry.OnFailure;
import dev.telemetry.poll.Poller;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Knows every event name seen and who listens to it. Thread-safe.
 *
 * <p>Names are resolved once; patterns are resolved when a name is first seen, so that dispatch
 * stays one look-up. The first {@value Registry#LIMIT} names are kept; what is beyond them (names
 * made up without end) is resolved by each handle when it is first used, without a lock, and lives
 * as long as its handle is held.
 */
public final class Bus {
  private static final Bus SHARED = new Bus(Link.findAgent("java.lang.TelemetryDispatcher", null));

  private final Registry registry = new Registry();
  private final Function<Object[], Object> protocol = new Protocol(this);
  private final Object linking = new Object();
  private volatile @Nullable Link link;
  private @Nullable Poller poller;

  /** Makes a bus of its own, as tests do; applications share {@link #shared()}. */
  public Bus() {}

  Bus(@Nullable Function<Object[], Object> agent) {
    if (agent != null) {
      linkTo(agent);
    }
  }

  /** Returns the one bus behind {@link dev.telemetry.Telemetry}. */
  public static Bus shared() {
    return SHARED;
  }

  /**
   * Makes the shared bus of this copy a view of the agent's: its handlers move there. Called by an
   * agent that finds this copy loaded; a copy that is loaded later finds the agent itself.
   *
   * @param agent what {@link #protocol} returns on the agent's bus
   */
  public static void link(Function<Object[], Object> agent) {
    SHARED.linkTo(agent);
  }

  /** Makes the shared bus of this copy a bus of its own again: its handlers come back. */
  public static void unlink() {
    SHARED.unlinkNow();
  }

  /**
   * Returns the handle of an event name, the same for the same name.
   *
   * @throws IllegalArgumentException where the name is malformed
   */
  public Event event(String name) {
    return registry.event(name);
  }

  /**
   * Returns the handles of a span's three events, the same for the same prefix.
   *
   * @throws IllegalArgumentException where the prefix is malformed
   */
  public SpanEvents span(String prefix) {
    return registry.span(prefix);
  }

  /**
   * Lets a source answer for every event name, those seen already and those to come, whether it
   * wants that event: what it returns is subscribed. It is asked once for each name that is kept.
   *
   * @param source called under the lock of this bus, hence must not wait for another thread, and
   *     for names that are not kept without it, by many threads at once; one that throws is counted
   *     and gets nothing
   * @return takes the subscription back; may be called twice
   */
  public Runnable subscribe(Function<String, @Nullable Subscriber> source) {
    return registry.subscribe(source);
  }

  /**
   * Asks every source again about some event names, because its answers have changed. What it
   * answers takes the place of its answer before at once: no event is missed in between. Names that
   * are not kept are always among them.
   *
   * @param changed tells of which names; called under the lock of this bus, as a source is
   */
  public void refresh(Predicate<String> changed) {
    registry.refresh(changed);
  }

  /**
   * Attaches a handler, see {@link dev.telemetry.Telemetry#attachMany(String, Collection, Handler,
   * OnFailure)}.
   *
   * @throws IllegalArgumentException where the id is taken, there is no event or one is malformed
   */
  public void attach(String id, Collection<String> events, Handler handler, OnFailure onFailure) {
    List<EventPattern> patterns = EventPattern.all(events);
    AttachedHandler attached = new AttachedHandler(registry, id, patterns, handler, onFailure);
    synchronized (linking) {
      Link agent = link;
      registry.refuseTaken(id);
      if (agent == null || !agent.attach(attached)) {
        registry.attach(attached);
      }
    }
  }

  /**
   * Attaches a handler in the place of the one that has its id, where there is one. An event that
   * both want is handed to one of them, and none is missed in between; not so in a copy that is
   * linked to an agent.
   *
   * @throws IllegalArgumentException where there is no event or one is malformed: the handler that
   *     was there stays
   */
  public void replace(String id, Collection<String> events, Handler handler, OnFailure onFailure) {
    List<EventPattern> patterns = EventPattern.all(events);
    synchronized (linking) {
      if (link == null) {
        registry.replace(new AttachedHandler(registry, id, patterns, handler, onFailure));
      } else {
        detach(id);
        attach(id, events, handler, onFailure);
      }
    }
  }

  /** Detaches a handler; false where no handler has that id. */
  public boolean detach(String id) {
    synchronized (linking) {
      Link agent = link;
      return registry.detach(id) || (agent != null && agent.detach(id));
    }
  }

  /** Lists handlers, see {@link dev.telemetry.Telemetry#handlers}. */
  public List<HandlerInfo> handlers(String prefix) {
    Link agent = link;
    List<HandlerInfo> found = new ArrayList<>(registry.handlers(prefix));
    if (agent != null) {
      found.addAll(agent.handlers(prefix));
    }
    return found;
  }

  /**
   * Returns the event names seen so far that nobody listens to, sorted. The start of a span is left
   * out where one of its ends is heard: few need both.
   */
  public List<String> unheard() {
    return registry.unheard();
  }

  /**
   * Returns what linked copies emit and nobody hears, sorted: what applications say in vain. A span
   * is named by its prefix, and is heard where any of its three events is.
   */
  public List<String> unheardOfCopies() {
    return registry.unheardOfCopies();
  }

  /**
   * Begins or ends to count events by their names and to measure the time of handlers. Until then
   * neither costs anything; then an event costs one more addition, a handler two looks at the
   * clock.
   */
  public void observe(boolean on) {
    registry.observe(on);
  }

  /**
   * Returns how often each event was emitted while it was {@linkplain #observe observed} and
   * somebody listened, by its name; names beyond those that are kept are left out.
   */
  public Map<String, Long> eventCounts() {
    return registry.eventCounts();
  }

  /** Returns the times of the handlers that are attached now, as far as they were observed. */
  public List<HandlerTime> handlerTimes() {
    return registry.handlerTimes();
  }

  /** Returns how often a subscriber or a source has thrown; handlers are not counted here. */
  public long failures() {
    return registry.failures();
  }

  /**
   * Returns this bus as a function over JDK types, for the copies of this class in other loaders.
   *
   * <p>The argument is an operation's name and its arguments. What an operation does not know it
   * answers by null, and so does a bus that does not know the operation; arguments beyond those
   * listed are ignored. Hence any two versions can be linked.
   *
   * <pre>
   * attach   id, String[] patterns, Function handler, Integer reports -> TRUE; throws as attach does
   * detach   id                                          -> Boolean: was there such a handler
   * handlers prefix                                      -> List of {id, pattern, Integer reports}
   * cell     event                                       -> AtomicInteger: 0 while nobody listens
   * single   event, Map measurements, Map metadata
   * started  event, Long nanos, Map metadata
   * ended    event, Long start, Long end, Map measurements, Map metadata, Throwable or null
   * </pre>
   *
   * <p>Maps of an event are lent for the call: whoever keeps any of it copies it, and no side
   * changes them meanwhile.
   *
   * <p>{@code reports} is {@link OnFailure#reportsPerMinute}. A handler is itself such a function.
   * It is held weakly: its copy holds it, so that the copy can be unloaded, and a handler that is
   * gone is dropped.
   *
   * <pre>
   * handle   event, Map measurements, Map metadata       -> null or the Throwable thrown
   * detached                                             (must not wait for a lock)
   * </pre>
   */
  public Function<Object[], Object> protocol() {
    return protocol;
  }

  AtomicInteger cell(String event) {
    return registry.cell(event);
  }

  /** Returns what calls periodic measurements of this copy of the API. */
  public synchronized Poller poller() {
    Poller made = poller;
    if (made == null) {
      made = new Poller(this);
      poller = made;
    }
    return made;
  }

  /** A link that is there already stays untouched: moving handlers would miss events meanwhile. */
  void linkTo(Function<Object[], Object> agent) {
    synchronized (linking) {
      Link now = link;
      if (agent != protocol && (now == null || !now.isTo(agent))) {
        unlinkNow();
        open(new Link(registry, agent));
      }
    }
  }

  private void open(Link agent) {
    link = agent;
    try {
      agent.open();
    } catch (Throwable broken) {
      // an application must not fail because an agent does
      unlinkNow();
    }
  }

  void unlinkNow() {
    synchronized (linking) {
      Link agent = link;
      link = null;
      if (agent != null) {
        agent.close();
      }
    }
  }
}
