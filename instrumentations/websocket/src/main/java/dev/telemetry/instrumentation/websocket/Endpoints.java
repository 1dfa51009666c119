package dev.telemetry.instrumentation.websocket;

import dev.telemetry.Measurements;
import dev.telemetry.bus.Bus;
import dev.telemetry.bus.Event;
import dev.telemetry.bus.SpanEvents;
import dev.telemetry.instrumentation.Rounds;
import dev.telemetry.instrumentation.Spares;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongPredicate;

/** What all conversations share: their events, the endpoints, the names. Thread-safe. */
final class Endpoints implements LongPredicate {
  /** What a session's end is called by the protocol of which nobody has told a reason. */
  static final int ABNORMAL = 1006;

  /** Paths are templates, but where a library registers one that a client has made up. */
  private static final int MOST = 256;

  private static final String OTHER = WebSocketEvents.OTHER;

  final Event refuse;
  final Event close;
  final Event unanswered;
  final SpanEvents message;
  final SpanEvents reply;
  final EventNames names;
  final Spares<Message> messages = new Spares<>();
  final Speakers speakers = new Speakers();
  final ByIdentity<Conversation> conversations = new ByIdentity<>();

  /** The responses by which a handshake is refused. */
  final ByIdentity<Boolean> refused = new ByIdentity<>();

  final Rounds rounds = new Rounds("telemetry-websocket", this);
  private final Event open;
  private final Event subscribe;
  private final Event active;
  private final Map<String, Endpoint> endpoints = new ConcurrentHashMap<>();

  /**
   * Begins without an endpoint.
   *
   * @param pointers to the names of messages, see {@link EventNames}
   */
  Endpoints(Bus bus, AtomicReference<List<String>> pointers) {
    names = new EventNames(pointers);
    open = bus.event(WebSocketEvents.OPEN);
    active = bus.event(WebSocketEvents.ACTIVE);
    refuse = bus.event(WebSocketEvents.REFUSE);
    subscribe = bus.event(WebSocketEvents.SUBSCRIBE);
    close = bus.event(WebSocketEvents.CLOSE);
    unanswered = bus.event(WebSocketEvents.UNANSWERED);
    message = bus.span(WebSocketEvents.MESSAGE);
    reply = bus.span(WebSocketEvents.REPLY);
  }

  /** A session of an endpoint is open; nothing happens where another thread has told so. */
  Conversation open(Object session, String path) {
    closeLost();
    Endpoint endpoint = endpoint(path);
    Conversation made = new Conversation(this, endpoint);
    Conversation there = conversations.put(session, made);
    if (there == made) {
      open.execute(Measurements.none(), endpoint.metadata());
      endpoint.changed(1);
    }
    return there;
  }

  /** Returns the endpoint of a path, or the one that all share which are too many. */
  Endpoint endpoint(String path) {
    String known = endpoints.size() < MOST || endpoints.containsKey(path) ? path : OTHER;
    return endpoints.computeIfAbsent(known, unseen -> new Endpoint(unseen, active));
  }

  /** Somebody wants to be told what is sent to a destination. */
  void subscribed(Endpoint endpoint, String destination) {
    if (subscribe.enabled()) {
      Reply facts = new Reply(endpoint);
      facts.begin(System.nanoTime(), destination, true);
      subscribe.single(facts);
    }
  }

  /** Clears what waits too long for an answer, and what the container has lost. */
  @Override
  public boolean test(long nowNanos) {
    closeLost();
    boolean waiting = false;
    for (Conversation conversation : conversations.all()) {
      waiting |= conversation.giveUpOverdue(nowNanos);
    }
    return waiting;
  }

  private void closeLost() {
    while (refused.takeLost() != null) {
      // nobody asks for it any more
    }
    Conversation lost = conversations.takeLost();
    while (lost != null) {
      lost.closes(ABNORMAL);
      lost = conversations.takeLost();
    }
  }
}
