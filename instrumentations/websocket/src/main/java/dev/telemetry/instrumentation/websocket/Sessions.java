package dev.telemetry.instrumentation.websocket;

import dev.telemetry.instrumentation.Companion;
import org.jspecify.annotations.Nullable;

/** Opens and closes the conversations of sessions of the API. */
final class Sessions {
  private final Companion<SessionAccess> accesses;
  private final Endpoints endpoints;

  Sessions(Companion<SessionAccess> accesses, Endpoints endpoints) {
    this.accesses = accesses;
    this.endpoints = endpoints;
  }

  /** A session is about to be given to its endpoint; a client's is nobody's. */
  void open(Object session, Object config) {
    SessionAccess access = accesses.of(session);
    if (access != null && of(session) == null) {
      String path = access.path(config);
      if (path != null) {
        endpoints.open(session, path);
      }
    }
  }

  void close(Object session, Object reason) {
    SessionAccess access = accesses.of(session);
    if (access != null) {
      closed(session, access.closeCode(reason));
    }
  }

  /** A session is closed; nothing happens where that is known. */
  void closed(Object session, int code) {
    Conversation conversation = of(session);
    if (conversation != null) {
      conversation.closes(code);
    }
  }

  /** Returns the conversation; null of a session that is not followed. */
  @Nullable Conversation of(@Nullable Object session) {
    return session == null ? null : endpoints.conversations.of(session);
  }
}
