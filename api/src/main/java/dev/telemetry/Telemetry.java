package dev.telemetry;

import dev.telemetry.bus.Bus;
import dev.telemetry.bus.Event;
import dev.telemetry.bus.Facts;
import dev.telemetry.bus.SpanEvents;
import dev.telemetry.poll.Poller;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Emits events and attaches handlers to them, on the one bus of the JVM.
 *
 * <p>An event's name is dotted: {@code http.server.request.stop}. A handler is attached to exact
 * names and patterns; in a pattern {@code *} stands for one segment and {@code **} for any number:
 * {@code http.server.**}, {@code **.stop}. A name is no prefix: {@code http} does not receive
 * {@code http.server}.
 *
 * <p>Where nobody listens, an event costs a look-up by name and one volatile read, and allocates
 * nothing. All methods are thread-safe. A name that is empty, has an empty segment, a blank, a
 * control character or (outside a pattern) a {@code *} is refused by {@link
 * IllegalArgumentException}.
 */
public final class Telemetry {

  private Telemetry() {}

  /** Attaches a handler that is detached when it throws; see {@link #attachMany}. */
  public static void attach(String id, String event, Handler handler) {
    attach(id, event, handler, OnFailure.detach());
  }

  /** Attaches a handler to one event or pattern; see {@link #attachMany}. */
  public static void attach(String id, String event, Handler handler, OnFailure onFailure) {
    attachMany(id, Collections.singleton(event), handler, onFailure);
  }

  /** Attaches a handler that is detached when it throws; see the method with a policy. */
  public static void attachMany(String id, Collection<String> events, Handler handler) {
    attachMany(id, events, handler, OnFailure.detach());
  }

  /**
   * Attaches a handler. It is called once for each event that any of the names and patterns
   * matches, on the thread that emits; handlers of one event run in no promised order.
   *
   * <p>Whatever it throws, errors too, never reaches the emitter, and the other handlers still run.
   * Unless it is to be kept it is first detached from all its events; then {@link
   * TelemetryEvents#HANDLER_FAILURE} is emitted; then one line on {@link System#err} says so. A
   * failed handler that is attached again will likely fail again.
   *
   * @param id unique over all events and all copies of this class
   * @param events names and patterns, at least one
   * @throws IllegalArgumentException where the id is taken, there is no event or one is malformed
   */
  public static void attachMany(
      String id, Collection<String> events, Handler handler, OnFailure onFailure) {
    Bus.shared().attach(id, events, handler, onFailure);
  }

  /**
   * Detaches a handler from all its events. A call that is under way on another thread is not
   * waited for.
   *
   * @return false where no handler has that id
   */
  public static boolean detach(String id) {
    return Bus.shared().detach(id);
  }

  /**
   * Lists handlers by the names and patterns they were attached to, each handler once for each.
   *
   * @param prefix whole segments that the name or pattern begins with; empty for all
   */
  public static List<HandlerInfo> handlers(String prefix) {
    return Bus.shared().handlers(prefix);
  }

  /** Returns the handle of an event, for those who emit it often; the same for the same name. */
  public static Event event(String name) {
    return Bus.shared().event(name);
  }

  /** Emits an event without metadata. */
  public static void execute(String event, Measurements measurements) {
    execute(event, measurements, Metadata.none());
  }

  /** Emits an event. Returns when all its handlers have. */
  public static void execute(String event, Measurements measurements, Metadata metadata) {
    event(event).execute(measurements, metadata);
  }

  /** Emits an event; the maps are read in place, and copied where a handler listens. */
  public static void execute(
      String event, Map<String, ? extends Number> measurements, Map<String, ?> metadata) {
    Event handle = event(event);
    if (handle.enabled()) {
      handle.single(Facts.of(measurements, metadata));
    }
  }

  /**
   * Measures work: {@code <prefix>.start}, then {@code <prefix>.stop} where it returns or {@code
   * <prefix>.exception} where it throws, which carry the metadata of the start.
   *
   * @return what the body returns
   * @throws X what the body throws, unchanged
   */
  public static <T, X extends Throwable> T span(
      String prefix, Metadata metadata, Span.Body<T, X> body) throws X {
    SpanEvents events = Bus.shared().span(prefix);
    return events.enabled() ? Span.run(events, metadata, span -> body.run()) : body.run();
  }

  /**
   * Measures work that may say more at its end: by {@link Span#stop(Measurements, Metadata)}, which
   * the body calls last.
   *
   * @return what the body returns
   * @throws X what the body throws, unchanged
   */
  public static <T, X extends Throwable> T span(
      String prefix, Metadata metadata, Span.EndingBody<T, X> body) throws X {
    return Span.run(Bus.shared().span(prefix), metadata, body);
  }

  /**
   * Begins a span that is ended by the caller, maybe on another thread. What it returns is its one
   * allocation where nobody listens.
   */
  public static Span startSpan(String prefix, Metadata metadata) {
    return new Span(Bus.shared().span(prefix), metadata);
  }

  /** Returns what calls measurements again and again; the same each time. */
  public static Poller poller() {
    return Bus.shared().poller();
  }
}
