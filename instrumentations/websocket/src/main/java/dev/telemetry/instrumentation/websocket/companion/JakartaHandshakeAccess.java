package dev.telemetry.instrumentation.websocket.companion;

import dev.telemetry.instrumentation.websocket.HandshakeAccess;
import jakarta.servlet.http.HttpServletResponse;

/** Reads responses of an API that has the package names of this class. */
public final class JakartaHandshakeAccess implements HandshakeAccess {
  /** For the loader of companions. */
  public JakartaHandshakeAccess() {}

  @Override
  public int status(Object response) {
    return ((HttpServletResponse) response).getStatus();
  }
}
