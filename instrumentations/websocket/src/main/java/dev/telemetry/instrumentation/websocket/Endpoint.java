package dev.telemetry.instrumentation.websocket;

import dev.telemetry.Measurements;
import dev.telemetry.Metadata;
import dev.telemetry.bus.Event;
import dev.telemetry.bus.Facts;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** An endpoint of the server's, by its path, and how many sessions it has. Thread-safe. */
final class Endpoint implements Facts {
  final String path;
  private final boolean sockJs;
  private final AtomicInteger sessions = new AtomicInteger();
  private final AtomicInteger changes = new AtomicInteger();
  private final Event active;

  /**
   * Begins without a session.
   *
   * @param active tells how many there are
   */
  Endpoint(String path, Event active) {
    this.path = path;
    this.active = active;
    sockJs = path.endsWith(SessionAccess.SOCK_JS);
  }

  /** Returns what names a text that is sent or received here; null for binary data. */
  @Nullable CharSequence message(@Nullable CharSequence text) {
    return sockJs && text != null ? SockJsText.message(text) : text;
  }

  /** Tells whether what {@link #message} returned may be an answer: a heartbeat is none. */
  boolean mayAnswer(@Nullable CharSequence message) {
    return !sockJs || message == null || message.length() > 0;
  }

  /** A session was opened, or closed; the last one to be told is how many there are. */
  void changed(int difference) {
    sessions.addAndGet(difference);
    int told = changes.incrementAndGet() - 1;
    while (told != changes.get()) {
      told = changes.get();
      active.single(this);
    }
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

  @Override
  public double measurement(String name) {
    return name.equals(WebSocketEvents.SESSIONS) ? sessions.get() : Double.NaN;
  }
}
