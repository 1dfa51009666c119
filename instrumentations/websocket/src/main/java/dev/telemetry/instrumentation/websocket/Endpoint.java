package dev.telemetry.instrumentation.websocket;

import dev.telemetry.Measurements;
import dev.telemetry.Metadata;
import dev.telemetry.bus.Facts;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** An endpoint of the server's, by its path, and how many sessions it has. Thread-safe. */
final class Endpoint implements Facts {
  final String path;
  final AtomicInteger sessions = new AtomicInteger();

  Endpoint(String path) {
    this.path = path;
  }

  @Override
  public @Nullable Object get(String key) {
    return key.equals(WebSocketEvents.ENDPOINT) ? path : null;
  }

  @Override
  public Metadata metadata() {
    return Metadata.of(WebSocketEvents.ENDPOINT, path);
  }

  @Override
  public Measurements measurements() {
    return Measurements.of(WebSocketEvents.SESSIONS, sessions.get());
  }
}
