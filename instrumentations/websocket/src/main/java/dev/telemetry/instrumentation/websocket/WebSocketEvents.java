package dev.telemetry.instrumentation.websocket;

import static java.util.Arrays.asList;
import static java.util.Collections.unmodifiableList;

import dev.telemetry.TelemetryEvents;
import dev.telemetry.instrumentation.EventDefinition;
import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.MetricType;
import java.util.List;

/** Every name that WebSockets bear: events, their metadata, the default metrics. */
final class WebSocketEvents {
  static final String OPEN = "websocket.session.open";
  static final String REFUSE = "websocket.session.refuse";
  static final String CLOSE = "websocket.session.close";
  static final String ACTIVE = "websocket.session.active";

  static final String SUBSCRIBE = "websocket.subscribe";

  /** The prefix of a message's span. */
  static final String MESSAGE = "websocket.message";

  /** The prefix of an answer's span. */
  static final String REPLY = "websocket.reply";

  static final String UNANSWERED = "websocket.unanswered";

  /** Measurement: the sessions of the endpoint that are open now. */
  static final String SESSIONS = "sessions";

  /** Measurement: characters of a text, bytes of binary data. */
  static final String SIZE = "size";

  static final String ENDPOINT = "websocket.endpoint";
  static final String EVENT = "websocket.event";
  static final String TYPE = "websocket.type";
  static final String DIRECTION = "websocket.direction";
  static final String CLOSE_CODE = "websocket.close.code";
  static final String STATUS = "http.response.status_code";
  static final String ERROR_TYPE = TelemetryEvents.ERROR_TYPE;

  static final String TEXT = "text";
  static final String BINARY = "binary";
  static final String IN = "in";
  static final String OUT = "out";

  /** The event of a message that has no name. */
  static final String UNNAMED = "_unnamed";

  /** The event of a message whose name comes after too many others. */
  static final String OTHER = "_other";

  /** Where a message's name is looked for unless users say otherwise. */
  static final List<String> POINTERS = unmodifiableList(asList("/event", "/type", "/action"));

  private static final String PATH = "The path that the endpoint is registered at, a template.";
  private static final String NAME =
      "The name that the message bears: by JSON pointer, else STOMP's destination or command; `_unnamed` without one.";

  private static final double[] BUCKETS = {
    0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10
  };

  private WebSocketEvents() {}

  static List<EventDefinition> events() {
    return unmodifiableList(
        asList(open(), refuse(), close(), active(), subscribe(), message(), reply(), unanswered()));
  }

  private static EventDefinition open() {
    return EventDefinition.event(OPEN, "A session of the server's is open.", Endpoints.class)
        .withKey(ENDPOINT, PATH);
  }

  private static EventDefinition active() {
    return EventDefinition.event(ACTIVE, "A session was opened or closed.", Endpoint.class)
        .withMeasurement(SESSIONS, "The sessions of the endpoint that are open now.")
        .withKey(ENDPOINT, PATH);
  }

  private static EventDefinition refuse() {
    return EventDefinition.event(REFUSE, "A handshake was refused.", HandshakeHook.class)
        .withKey(ENDPOINT, PATH)
        .withKey(STATUS, "The status of the response, a number.");
  }

  private static EventDefinition close() {
    return EventDefinition.event(CLOSE, "A session was closed, by whomever.", Conversation.class)
        .withMeasurement(TelemetryEvents.DURATION, "Nanoseconds since it was opened.")
        .withMeasurement(
            TelemetryEvents.MONOTONIC_TIME, "When it was closed, by the JVM's own clock.")
        .withKey(ENDPOINT, PATH)
        .withKey(CLOSE_CODE, "The number that the protocol has for the reason.");
  }

  private static EventDefinition subscribe() {
    return EventDefinition.event(
            SUBSCRIBE, "A client of STOMP subscribes to a destination.", Endpoints.class)
        .withKey(ENDPOINT, PATH)
        .withKey(EVENT, "The destination.")
        .withKey(TYPE, "`text`.");
  }

  private static EventDefinition message() {
    return EventDefinition.span(
            MESSAGE,
            "A received message from its first part's being given to its handler until the last"
                + " part was handled, a frame of STOMP in Spring until its channel's threads have"
                + " done that too; a sent one until the container has taken it.",
            Message.class)
        .withMeasurement(
            SIZE, "Characters of a text, which in Jetty are bytes; bytes of binary data.")
        .withKey(ENDPOINT, PATH)
        .withKey(EVENT, NAME)
        .withKey(TYPE, "`text` or `binary`.")
        .withKey(DIRECTION, "`in` or `out`.")
        .withEndKey(
            ERROR_TYPE,
            "Of a failed message: the class of what its handler, or sending it, threw.");
  }

  private static EventDefinition reply() {
    return EventDefinition.span(
            REPLY,
            "From a message's being received to the first frame sent in answer. Both ends are"
                + " told when that frame is sent: a message without an answer has neither.",
            Reply.class)
        .withKey(ENDPOINT, PATH)
        .withKey(EVENT, NAME)
        .withKey(TYPE, "`text` or `binary`, of the message.");
  }

  private static EventDefinition unanswered() {
    return EventDefinition.event(
            UNANSWERED,
            "A received message is given up that got no answer: after 30 seconds, at the session's"
                + " end, or because 16 later ones wait.",
            Reply.class)
        .withKey(ENDPOINT, PATH)
        .withKey(EVENT, NAME)
        .withKey(TYPE, "`text` or `binary`.");
  }

  static List<MetricDefinition> metrics() {
    return unmodifiableList(
        asList(
            sessions(OPEN, ENDPOINT).withDescription("Number of WebSocket sessions opened."),
            sessions(REFUSE, ENDPOINT, STATUS)
                .withDescription("Number of WebSocket handshakes refused."),
            new MetricDefinition(MetricType.DISTRIBUTION, "websocket.session.duration")
                .withEvent(CLOSE)
                .withTags(ENDPOINT, CLOSE_CODE)
                .withUnit("s")
                .withDescription("Duration of WebSocket sessions."),
            new MetricDefinition(MetricType.LAST_VALUE, ACTIVE)
                .withEvent(ACTIVE)
                .withMeasurement(SESSIONS)
                .withTags(ENDPOINT)
                .withUnit("{session}")
                .withDescription("Number of WebSocket sessions that are open."),
            new MetricDefinition(MetricType.COUNTER, SUBSCRIBE + ".count")
                .withEvent(SUBSCRIBE)
                .withTags(ENDPOINT, EVENT)
                .withUnit("{subscription}")
                .withDescription("Number of STOMP subscriptions asked for."),
            duration(MESSAGE, ENDPOINT, EVENT, TYPE, DIRECTION, ERROR_TYPE)
                .withDescription("Duration of handling or sending WebSocket messages."),
            duration(REPLY, ENDPOINT, EVENT, TYPE)
                .withDescription("Time from a WebSocket message to the first frame in answer."),
            new MetricDefinition(MetricType.COUNTER, UNANSWERED + ".count")
                .withEvent(UNANSWERED)
                .withTags(ENDPOINT, EVENT)
                .withUnit("{message}")
                .withDescription("Number of WebSocket messages that got no answer.")));
  }

  private static MetricDefinition sessions(String event, String... tags) {
    return new MetricDefinition(MetricType.COUNTER, event + ".count")
        .withEvent(event)
        .withTags(tags)
        .withUnit("{session}");
  }

  private static MetricDefinition duration(String span, String... tags) {
    return new MetricDefinition(MetricType.DISTRIBUTION, span + ".duration")
        .withTags(tags)
        .withUnit("s")
        .withBuckets(BUCKETS);
  }
}
