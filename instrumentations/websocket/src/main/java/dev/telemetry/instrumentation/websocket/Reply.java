package dev.telemetry.instrumentation.websocket;

import dev.telemetry.Metadata;
import dev.telemetry.bus.Facts;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A received message that may be answered, and later another one: the facts of its answer. */
final class Reply implements Facts {
  private final Endpoint endpoint;
  private String event = WebSocketEvents.UNNAMED;
  private String type = WebSocketEvents.TEXT;

  /** When the message was received. */
  long start;

  Reply(Endpoint endpoint) {
    this.endpoint = endpoint;
  }

  void begin(long nanos, String name, boolean text) {
    start = nanos;
    event = name;
    type = text ? WebSocketEvents.TEXT : WebSocketEvents.BINARY;
  }

  @Override
  public @Nullable Object get(String key) {
    switch (key) {
      case WebSocketEvents.ENDPOINT:
        return endpoint.path;
      case WebSocketEvents.EVENT:
        return event;
      case WebSocketEvents.TYPE:
        return type;
      default:
        return null;
    }
  }

  @Override
  public Metadata metadata() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put(WebSocketEvents.ENDPOINT, endpoint.path);
    all.put(WebSocketEvents.EVENT, event);
    all.put(WebSocketEvents.TYPE, type);
    return Metadata.of(all);
  }
}
