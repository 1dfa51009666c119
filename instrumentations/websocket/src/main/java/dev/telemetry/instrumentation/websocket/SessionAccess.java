package dev.telemetry.instrumentation.websocket;

import org.jspecify.annotations.Nullable;

/** Reads sessions and what their endpoints are told, in whatever packages the API has. */
public interface SessionAccess {

  /** Returns what was kept with a session; null where nothing was. */
  @Nullable Object kept(Object session, String name);

  /** Keeps something with a session as long as it lives. */
  void keep(Object session, String name, Object value);

  /** Returns the path that an endpoint of this server is registered at; null for a client's. */
  @Nullable String path(Object endpointConfig);

  /** Returns the number of a reason to close. */
  int closeCode(Object closeReason);
}
