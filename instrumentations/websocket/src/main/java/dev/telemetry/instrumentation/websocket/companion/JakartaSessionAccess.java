package dev.telemetry.instrumentation.websocket.companion;

import dev.telemetry.instrumentation.websocket.SessionAccess;
import jakarta.websocket.CloseReason;
import jakarta.websocket.server.ServerEndpointConfig;
import org.jspecify.annotations.Nullable;

/** Reads sessions of an API that has the package names of this class. */
public final class JakartaSessionAccess implements SessionAccess {
  /** For the loader of companions. */
  public JakartaSessionAccess() {}

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
