package dev.telemetry.agent.http;

import dev.telemetry.agent.log.AgentLog;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Meets every request before the routes do. A browser comes by a name of this host alone, so that
 * no page elsewhere can have it ask here by a name of its own (DNS rebinding); whoever comes from
 * another machine has to know the token. Paths that are open to all are exempt. Thread-safe.
 */
public final class Gate implements HttpHandler {
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int TOKEN_BITS = 128;
  private static final int RADIX = 36;
  private static final String QUERY = "token=";
  private static final String BEARER = "Bearer ";
  private static final String COOKIE = "telemetry-token";

  private final HttpRoutes routes;
  private final AgentLog log;
  private volatile HttpSettings settings;
  private volatile @Nullable String token;
  private @Nullable String madeUp;

  /** Guards routes as the settings say. */
  public Gate(HttpRoutes routes, HttpSettings settings, AgentLog log) {
    this.routes = routes;
    this.settings = settings;
    this.log = log;
  }

  /** Guards as other settings say; to be called before the port opens by them. */
  public synchronized void use(HttpSettings next) {
    token = next.isLoopback() || !next.enabled() ? null : token(next);
    settings = next;
  }

  private String token(HttpSettings next) {
    String given = next.token();
    return given == null ? madeUp() : given;
  }

  private String madeUp() {
    String made = madeUp;
    if (made == null) {
      made = new BigInteger(TOKEN_BITS, new SecureRandom()).toString(RADIX);
      madeUp = made;
    }
    return made;
  }

  /**
   * Tells the way in where it takes a token that nobody knows; to be called once the port is open.
   */
  public synchronized void tell() {
    if (token != null && token.equals(madeUp)) {
      log.say("http: from other machines " + routes.url("/") + "?" + QUERY + token);
    }
  }

  @Override
  public void answer(HttpRequest request, HttpAnswer answer) throws IOException {
    if (routes.isOpen(request.path())) {
      routes.answer(request, answer);
    } else if (!isName(request.header("Host"))) {
      answer.text(FORBIDDEN, "Not by this name: http.names of the configuration lists more.");
    } else {
      answerKnown(request, answer);
    }
  }

  private void answerKnown(HttpRequest request, HttpAnswer answer) throws IOException {
    String expected = token;
    if (expected == null || hasToken(request, expected)) {
      routes.answer(request, answer);
    } else if (same(QUERY + expected, request.query())) {
      answer.redirect(request.path(), cookie(expected));
    } else {
      answer.text(UNAUTHORIZED, "Needs the token: ?token=... as the agent's log tells, once.");
    }
  }

  private static String cookie(String token) {
    return COOKIE + "=" + token + "; Path=/; HttpOnly; SameSite=Strict";
  }

  private static boolean hasToken(HttpRequest request, String expected) {
    boolean has = same(BEARER + expected, request.header("Authorization"));
    String cookies = request.header("Cookie");
    for (String cookie : cookies == null ? new String[0] : cookies.split(";\\s*", -1)) {
      has |= same(COOKIE + "=" + expected, cookie.trim());
    }
    return has;
  }

  /** Takes as long however much of it is right. */
  private static boolean same(String expected, @Nullable String given) {
    return given != null
        && MessageDigest.isEqual(
            expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }

  /** An address can't be made to point elsewhere; a client without a Host is no browser. */
  private boolean isName(@Nullable String host) {
    if (host == null) {
      return true;
    }
    String name = host.replaceFirst(":\\d*$", "").toLowerCase(Locale.ROOT);
    return name.equals("localhost")
        || name.matches("\\[[0-9a-f:.]+]|\\d{1,3}(\\.\\d{1,3}){3}")
        || name.equals(settings.host())
        || settings.names().contains(name);
  }
}
