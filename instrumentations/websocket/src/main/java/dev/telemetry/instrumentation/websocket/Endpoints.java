package dev.telemetry.instrumentation.websocket;

import dev.telemetry.bus.Bus;
import dev.telemetry.bus.Event;
import dev.telemetry.bus.SpanEvents;
import dev.telemetry.instrumentation.Spares;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What all conversations share: their events, the endpoints, the names. Thread-safe. */
final class Endpoints {
  final Event refuse;
  final Event close;
  final Event unanswered;
  final SpanEvents message;
  final SpanEvents reply;
  final EventNames names = new EventNames();
  final Spares<Message> messages = new Spares<>();
  final Speakers speakers = new Speakers();
  private final Event open;
  private final Map<String, Endpoint> endpoints = new ConcurrentHashMap<>();

  Endpoints(Bus bus) {
    open = bus.event(WebSocketEvents.OPEN);
    refuse = bus.event(WebSocketEvents.REFUSE);
    close = bus.event(WebSocketEvents.CLOSE);
    unanswered = bus.event(WebSocketEvents.UNANSWERED);
    message = bus.span(WebSocketEvents.MESSAGE);
    reply = bus.span(WebSocketEvents.REPLY);
  }

  /** A session of an endpoint has been opened. */
  Conversation opened(String path) {
    Endpoint endpoint = endpoints.computeIfAbsent(path, Endpoint::new);
    endpoint.sessions.incrementAndGet();
    open.single(endpoint);
    return new Conversation(this, endpoint);
  }
}
