package dev.telemetry.instrumentation.websocket;

import org.jspecify.annotations.Nullable;

/** Reads a handshake and the response to it, in whatever packages the servlet API has. */
public interface HandshakeAccess {

  /** Returns the status as it stands. */
  int status(Object response);

  /** Returns the path that a handshake asks for; null of a request that is none. */
  @Nullable String path(Object request);
}
