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
    Object response = response(token);
    HandshakeAccess access = responses.of(response);
    int status = access == null ? 0 : access.status(response);
    if (access != null && (thrown != null || status >= LOWEST_REFUSAL)) {
      refused(path(token, access), response, thrown == null ? status : Math.max(status, FAILED));
    }
  }

  /** Told once: one library may answer for another one that has refused already. */
  private void refused(@Nullable String path, Object response, int status) {
    if (path != null && endpoints.refused.of(response) == null) {
      endpoints.refused.put(response, true);
      Map<String, Object> facts = new LinkedHashMap<>();
      facts.put(WebSocketEvents.ENDPOINT, endpoints.endpoint(path).path);
      facts.put(WebSocketEvents.STATUS, status);
      endpoints.refuse.execute(Measurements.none(), Metadata.of(facts));
    }
  }

  abstract Object response(Object token);

  /** Returns the endpoint's path; null where it is no handshake. */
  abstract @Nullable String path(Object token, HandshakeAccess access);

  private static Object argument(Object token, int index) {
    return Objects.requireNonNull(((Object[]) token)[index]);
  }

  /** Called with the response and the endpoint's configuration. */
  static final class OfTomcat extends HandshakeHook {
    private final Companion<SessionAccess> configs;

    OfTomcat(
        Endpoints endpoints,
        Companion<HandshakeAccess> responses,
        Companion<SessionAccess> configs) {
      super(endpoints, responses);
      this.configs = configs;
    }

    @Override
    Object response(Object token) {
      return argument(token, 0);
    }

    @Override
    @Nullable String path(Object token, HandshakeAccess access) {
      Object config = argument(token, 1);
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
    Object response(Object token) {
      return argument(token, 1);
    }

    @Override
    @Nullable String path(Object token, HandshakeAccess access) {
      return access.path(argument(token, 0));
    }
  }

  /**
   * Called with a request, of whatever kind, and the response: of Jetty and Undertow, which take
   * handshakes out of all requests.
   */
  static final class OfFilter extends HandshakeHook {
    private final ByThread<Attempt> attempts;

    OfFilter(
        Endpoints endpoints, Companion<HandshakeAccess> responses, ByThread<Attempt> attempts) {
      super(endpoints, responses);
      this.attempts = attempts;
    }

    @Override
    public @Nullable Object enter(
        @Nullable Object self, @Nullable Object first, @Nullable Object second) {
      attempts.forget();
      return second;
    }

    @Override
    Object response(Object token) {
      return token;
    }

    @Override
    @Nullable String path(Object token, HandshakeAccess access) {
      Attempt attempt = attempts.current();
      attempts.forget();
      return attempt == null ? null : attempt.path;
    }
  }
}
