package dev.telemetry.instrumentation.websocket;

import dev.telemetry.instrumentation.Companion;
import org.jspecify.annotations.Nullable;

/** Finds the conversation of a session, which bears it among its properties. */
final class Sessions {
  /** The property's name, in the application's sight. */
  static final String PROPERTY = "dev.telemetry.websocket.session";

  private final Companion<SessionAccess> accesses;
  private final Endpoints endpoints;

  Sessions(Companion<SessionAccess> accesses, Endpoints endpoints) {
    this.accesses = accesses;
    this.endpoints = endpoints;
  }

  /** A session is about to be given to its endpoint; a client's is nobody's. */
  void open(Object session, Object config) {
    SessionAccess access = accesses.of(session);
    if (access != null && access.kept(session, PROPERTY) == null) {
      String path = access.path(config);
      if (path != null) {
        access.keep(session, PROPERTY, endpoints.opened(path));
      }
    }
  }

  void close(Object session, Object reason) {
    SessionAccess access = accesses.of(session);
    Conversation conversation = of(session);
    if (access != null && conversation != null) {
      conversation.closes(access.closeCode(reason));
    }
  }

  /** Returns the conversation; null of a session that is not followed. */
  @Nullable Conversation of(@Nullable Object session) {
    if (session == null) {
      return null;
    }
    SessionAccess access = accesses.of(session);
    Object kept = access == null ? null : access.kept(session, PROPERTY);
    return kept instanceof Conversation ? (Conversation) kept : null;
  }
}
