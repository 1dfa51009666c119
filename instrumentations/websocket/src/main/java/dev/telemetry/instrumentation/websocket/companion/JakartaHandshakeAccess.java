package dev.telemetry.instrumentation.websocket.companion;

import dev.telemetry.instrumentation.websocket.HandshakeAccess;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/** Reads handshakes of an API that has the package names of this class. */
public final class JakartaHandshakeAccess implements HandshakeAccess {
  /** For the loader of companions. */
  public JakartaHandshakeAccess() {}

  @Override
  public int status(Object response) {
    return ((HttpServletResponse) response).getStatus();
  }

  @Override
  public @Nullable String path(Object request) {
    HttpServletRequest http = (HttpServletRequest) request;
    return "websocket".equalsIgnoreCase(http.getHeader("Upgrade")) ? http.getRequestURI() : null;
  }
}
