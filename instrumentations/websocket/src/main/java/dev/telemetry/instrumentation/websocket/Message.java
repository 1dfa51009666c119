package dev.telemetry.instrumentation.websocket;

import dev.telemetry.Measurements;
import dev.telemetry.Metadata;
import dev.telemetry.TelemetryEvents;
import dev.telemetry.bus.Facts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One message in one direction, and later another one: the facts of its events. */
final class Message implements Facts {
  private @Nullable Conversation conversation;
  private @Nullable Endpoint endpoint;
  private String event = WebSocketEvents.UNNAMED;
  private String type = WebSocketEvents.TEXT;
  private String direction = WebSocketEvents.IN;
  private @Nullable String context;
  private final AtomicInteger undone = new AtomicInteger();

  /** When it began, as the events tell. */
  long start;

  /** What its parts had so far. */
  long size;

  /** A frame of STOMP. */
  boolean isFrame;

  /** The part at hand is the last one. */
  boolean isLast;

  /** What its handler threw; null so far. */
  @Nullable Throwable thrown;

  void begin(Conversation of, String name, boolean text, boolean in) {
    conversation = of;
    endpoint = of.endpoint();
    event = name;
    type = text ? WebSocketEvents.TEXT : WebSocketEvents.BINARY;
    direction = in ? WebSocketEvents.IN : WebSocketEvents.OUT;
    undone.set(1);
  }

  /** Somebody besides the container handles it, and will be done with it once. */
  void handledByOneMore() {
    undone.incrementAndGet();
  }

  /** Somebody is done with it; tells whether all are. */
  boolean doneByOne() {
    return undone.decrementAndGet() == 0;
  }

  Conversation conversation() {
    return Objects.requireNonNull(conversation);
  }

  String event() {
    return event;
  }

  /** Lets go of all that belongs to the message. */
  void forget() {
    conversation = null;
    endpoint = null;
    context = null;
    thrown = null;
    size = 0;
  }

  @Override
  public @Nullable Object get(String key) {
    switch (key) {
      case WebSocketEvents.ENDPOINT:
        return Objects.requireNonNull(endpoint).path;
      case WebSocketEvents.EVENT:
        return event;
      case WebSocketEvents.TYPE:
        return type;
      case WebSocketEvents.DIRECTION:
        return direction;
      default:
        return null;
    }
  }

  @Override
  public Metadata metadata() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put(WebSocketEvents.ENDPOINT, Objects.requireNonNull(endpoint).path);
    all.put(WebSocketEvents.EVENT, event);
    all.put(WebSocketEvents.TYPE, type);
    all.put(WebSocketEvents.DIRECTION, direction);
    if (context == null) {
      context = Long.toHexString(System.nanoTime()) + '-' + System.identityHashCode(this);
    }
    all.put(TelemetryEvents.SPAN_CONTEXT, context);
    return Metadata.of(all);
  }

  @Override
  public Measurements measurements() {
    return Measurements.of(WebSocketEvents.SIZE, size);
  }

  @Override
  public double measurement(String name) {
    return name.equals(WebSocketEvents.SIZE) ? size : Double.NaN;
  }
}
