package dev.telemetry.instrumentation.websocket;

import dev.telemetry.Measurements;
import dev.telemetry.Metadata;
import dev.telemetry.dispatch.Hook;
import dev.telemetry.instrumentation.Companion;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A handshake is answered; each subclass knows who answers. */
abstract class HandshakeHook extends Hook {
  private static final int LOWEST_REFUSAL = 400;
  private static final int FAILED = 500;

  private final Endpoints endpoints;
  private final Companion<HandshakeAccess> responses;

  HandshakeHook(Endpoints endpoints, Companion<HandshakeAccess> responses) {
    this.endpoints = endpoints;
    this.responses = responses;
  }

  @Override
  public @Nullable Object enter(
      @Nullable Object self, @Nullable Object first, @Nullable Object second) {
    return new Object[] {first, second};
  }

  @Override
  public final void exit(Object token, @Nullable Object result, @Nullable Throwable thrown) {
    Object response = response((Object[]) token);
    HandshakeAccess access = responses.of(response);
    int status = access == null ? 0 : access.status(response);
    if (access != null && (thrown != null || status >= LOWEST_REFUSAL)) {
      refused((Object[]) token, access, thrown == null ? status : Math.max(status, FAILED));
    }
  }

  /** Told once: Spring answers for a container that may have refused by itself. */
  private void refused(Object[] arguments, HandshakeAccess access, int status) {
    String path = path(arguments, access);
    Boolean told = endpoints.refused.of(response(arguments));
    if (path != null && told == null) {
      endpoints.refused.put(response(arguments), true);
      Map<String, Object> facts = new LinkedHashMap<>();
      facts.put(WebSocketEvents.ENDPOINT, endpoints.endpoint(path).path);
      facts.put(WebSocketEvents.STATUS, status);
      endpoints.refuse.execute(Measurements.none(), Metadata.of(facts));
    }
  }

  abstract Object response(Object[] arguments);

  /** Returns the endpoint's path; null where it is no handshake. */
  abstract @Nullable String path(Object[] arguments, HandshakeAccess access);

  /** Called with the response and the endpoint's configuration. */
  static final class OfContainer extends HandshakeHook {
    private final Companion<SessionAccess> configs;

    OfContainer(
        Endpoints endpoints,
        Companion<HandshakeAccess> responses,
        Companion<SessionAccess> configs) {
      super(endpoints, responses);
      this.configs = configs;
    }

    @Override
    Object response(Object[] arguments) {
      return Objects.requireNonNull(arguments[0]);
    }

    @Override
    @Nullable String path(Object[] arguments, HandshakeAccess access) {
      Object config = Objects.requireNonNull(arguments[1]);
      SessionAccess configAccess = configs.of(config);
      return configAccess == null ? null : configAccess.path(config);
    }
  }

  /** Called with the request and the response: of Spring, which looks before the container does. */
  static final class OfSpring extends HandshakeHook {
    OfSpring(Endpoints endpoints, Companion<HandshakeAccess> responses) {
      super(endpoints, responses);
    }

    @Override
    Object response(Object[] arguments) {
      return Objects.requireNonNull(arguments[1]);
    }

    @Override
    @Nullable String path(Object[] arguments, HandshakeAccess access) {
      return access.path(Objects.requireNonNull(arguments[0]));
    }
  }
}
