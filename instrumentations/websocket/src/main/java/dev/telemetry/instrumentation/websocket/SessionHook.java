package dev.telemetry.instrumentation.websocket;

import dev.telemetry.dispatch.Hook;
import org.jspecify.annotations.Nullable;

/** An endpoint is told that a session is open, or is closed. */
final class SessionHook extends Hook {
  private final Sessions sessions;
  private final boolean opens;

  SessionHook(Sessions sessions, boolean opens) {
    this.sessions = sessions;
    this.opens = opens;
  }

  @Override
  public @Nullable Object enter(
      @Nullable Object self, @Nullable Object session, @Nullable Object second) {
    if (session != null && second != null) {
      if (opens) {
        sessions.open(session, second);
      } else {
        sessions.close(session, second);
      }
    }
    return null;
  }
}
