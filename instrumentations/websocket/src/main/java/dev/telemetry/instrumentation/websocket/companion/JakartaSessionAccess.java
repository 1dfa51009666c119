package dev.telemetry.instrumentation.websocket.companion;

import dev.telemetry.instrumentation.websocket.SessionAccess;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpointConfig;
import org.jspecify.annotations.Nullable;

/** Reads sessions of an API that has the package names of this class. */
public final class JakartaSessionAccess implements SessionAccess {
  /** For the loader of companions. */
  public JakartaSessionAccess() {}

  @Override
  public @Nullable Object kept(Object session, String name) {
    return ((Session) session).getUserProperties().get(name);
  }

  @Override
  public void keep(Object session, String name, Object value) {
    ((Session) session).getUserProperties().put(name, value);
  }

  @Override
  public @Nullable String path(Object endpointConfig) {
    return endpointConfig instanceof ServerEndpointConfig
        ? ((ServerEndpointConfig) endpointConfig).getPath()
        : null;
  }

  @Override
  public int closeCode(Object closeReason) {
    return ((CloseReason) closeReason).getCloseCode().getCode();
  }
}
