package dev.telemetry.instrumentation.websocket;

import org.jspecify.annotations.Nullable;

/** Reads sessions and what their endpoints are told, in whatever packages the API has. */
public interface SessionAccess {
  /** What the path of an endpoint of SockJS ends with, once it is a template. */
  String SOCK_JS = "/{server}/{session}/websocket";

  /** Returns the path that an endpoint of this server is registered at; null for a client's. */
  @Nullable String path(Object endpointConfig);

  /** Returns the number of a reason to close. */
  int closeCode(Object closeReason);
}
