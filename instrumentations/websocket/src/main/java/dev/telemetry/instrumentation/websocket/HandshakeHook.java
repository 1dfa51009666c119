package dev.telemetry.instrumentation.websocket;

import dev.telemetry.Measurements;
import dev.telemetry.Metadata;
import dev.telemetry.dispatch.Hook;
import dev.telemetry.instrumentation.Companion;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A handshake is answered. */
final class HandshakeHook extends Hook {
  private static final int LOWEST_REFUSAL = 400;
  private static final int FAILED = 500;

  private final Endpoints endpoints;
  private final Companion<SessionAccess> configs;
  private final Companion<HandshakeAccess> responses;

  HandshakeHook(
      Endpoints endpoints, Companion<SessionAccess> configs, Companion<HandshakeAccess> responses) {
    this.endpoints = endpoints;
    this.configs = configs;
    this.responses = responses;
  }

  @Override
  public @Nullable Object enter(
      @Nullable Object self, @Nullable Object response, @Nullable Object config) {
    return new Object[] {response, config};
  }

  @Override
  public void exit(Object token, @Nullable Object result, @Nullable Throwable thrown) {
    Object response = ((Object[]) token)[0];
    HandshakeAccess access = responses.of(response);
    int status = access == null ? 0 : access.status(response);
    if (thrown != null) {
      refused(((Object[]) token)[1], Math.max(status, FAILED));
    } else if (status >= LOWEST_REFUSAL) {
      refused(((Object[]) token)[1], status);
    }
  }

  private void refused(Object config, int status) {
    SessionAccess access = configs.of(config);
    String path = access == null ? null : access.path(config);
    if (path != null) {
      Map<String, Object> facts = new LinkedHashMap<>();
      facts.put(WebSocketEvents.ENDPOINT, path);
      facts.put(WebSocketEvents.STATUS, status);
      endpoints.refuse.execute(Measurements.none(), Metadata.of(facts));
    }
  }
}
