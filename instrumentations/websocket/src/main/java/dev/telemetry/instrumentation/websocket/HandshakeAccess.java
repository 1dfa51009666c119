package dev.telemetry.instrumentation.websocket;

/** Reads the response to a handshake, in whatever packages the servlet API has. */
public interface HandshakeAccess {

  /** Returns the status as it stands. */
  int status(Object response);
}
