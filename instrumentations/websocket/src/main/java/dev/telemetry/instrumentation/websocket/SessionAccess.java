package dev.telemetry.instrumentation.websocket;

import org.jspecify.annotations.Nullable;

/** Reads sessions and what their endpoints are told, in whatever packages the API has. */
public interface SessionAccess {

  /** Returns the path that an endpoint of this server is registered at; null for a client's. */
  @Nullable String path(Object endpointConfig);

  /** Returns the number of a reason to close. */
  int closeCode(Object closeReason);
}
