package dev.telemetry.instrumentation.websocket.companion;

import dev.telemetry.instrumentation.websocket.SessionAccess;
import jakarta.websocket.CloseReason;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads sessions of an API that has the package names of this class. */
public final class JakartaSessionAccess implements SessionAccess {
  /** SockJS's own form of paths: Spring registers each as it is. */
  private static final Pattern OWN_PATH = Pattern.compile("/\\d+/[^/{}]+/websocket$");

  /** For the loader of companions. */
  public JakartaSessionAccess() {}

  @Override
  public @Nullable String path(Object endpointConfig) {
    return endpointConfig instanceof ServerEndpointConfig
        ? OWN_PATH.matcher(((ServerEndpointConfig) endpointConfig).getPath()).replaceFirst(SOCK_JS)
        : null;
  }

  @Override
  public int closeCode(Object closeReason) {
    return ((CloseReason) closeReason).getCloseCode().getCode();
  }
}
