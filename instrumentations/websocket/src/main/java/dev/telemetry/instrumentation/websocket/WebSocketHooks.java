package dev.telemetry.instrumentation.websocket;

import dev.telemetry.dispatch.Hook;
import dev.telemetry.instrumentation.Companion;
import dev.telemetry.instrumentation.InstrumentationContext;
import dev.telemetry.instrumentation.WeavePoint;
import dev.telemetry.instrumentation.WeavePoint.SiteAdvice;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Makes the hooks, and what they share, when they are needed: where no WebSocket is spoken to,
 * nothing of it is loaded. Thread-safe.
 */
final class WebSocketHooks {
  private static final String PACKAGE = WebSocketHooks.class.getPackage().getName() + ".";

  private final InstrumentationContext context;
  private final AtomicReference<List<String>> pointers;
  private final Companion<SessionAccess> sessions;
  private final Companion<SessionAccess> configs;
  private final Companion<HandshakeAccess> responses;
  private @Nullable Endpoints endpoints;
  private @Nullable Sessions following;
  private @Nullable ByThread<Attempt> attempts;
  private @Nullable Tomcat tomcat;
  private @Nullable Undertow undertow;
  private @Nullable Jetty jetty;
  private @Nullable SpringChannel spring;

  /** Says what companions there are, which the library at hand is compared with. */
  WebSocketHooks(InstrumentationContext context, AtomicReference<List<String>> pointers) {
    this.context = context;
    this.pointers = pointers;
    String access = "JakartaSessionAccess";
    sessions = companion(SessionAccess.class, access, "websocket.Session");
    configs = companion(SessionAccess.class, access, "websocket.EndpointConfig");
    responses =
        companion(HandshakeAccess.class, "JakartaHandshakeAccess", "servlet.ServletResponse");
  }

  private <T> Companion<T> companion(Class<T> role, String name, String anchor) {
    return context.companion(
        role, PACKAGE + "companion." + name, "jakarta." + anchor, "javax." + anchor);
  }

  /**
   * Returns a point that is woven by an advice of {@link WebSocketAdvice}.
   *
   * @param place tells the hook
   * @param advice the simple name
   */
  WeavePoint point(Place place, String advice, String type, String method) {
    SiteAdvice lazy =
        new SiteAdvice(PACKAGE + "WebSocketAdvice$" + advice, new LazyHook(this, place));
    return WeavePoint.subtypesOf(type, method, lazy);
  }

  /**
   * Returns a point at a filter that takes handshakes out of all requests.
   *
   * @param variant what the packages of the API begin with
   */
  WeavePoint filter(String type, String variant) {
    return point(
        Place.FILTER_HANDSHAKE,
        "Around",
        type,
        "doFilter(Lx/ServletRequest;Lx/ServletResponse;Lx/FilterChain;)V"
            .replace("Lx/", "L" + variant + "/servlet/"));
  }

  /** Makes the hook of a place. */
  synchronized Hook of(Place place) {
    switch (place) {
      case OPEN:
      case CLOSE:
        return new SessionHook(following(), place == Place.OPEN);
      case HANDSHAKE:
      case FILTER_HANDSHAKE:
      case ENDPOINT_ASKED:
      case SPRING_HANDSHAKE:
        return ofHandshake(place);
      default:
        return ofContainer(place);
    }
  }

  private Hook ofHandshake(Place place) {
    switch (place) {
      case HANDSHAKE:
        return new HandshakeHook.OfTomcat(endpoints(), responses, configs);
      case FILTER_HANDSHAKE:
        return new HandshakeHook.OfFilter(endpoints(), responses, attempts());
      case ENDPOINT_ASKED:
        return new Attempt.Asked(configs, attempts());
      default:
        return new HandshakeHook.OfSpring(endpoints(), responses);
    }
  }

  private Hook ofContainer(Place place) {
    if (place.compareTo(Place.JETTY_OPEN) >= 0) {
      return place.compareTo(Place.SPRING_CHANNEL) >= 0
          ? spring().hook(place)
          : jetty().hook(place);
    }
    return place.compareTo(Place.UNDERTOW_MESSAGE) >= 0
        ? undertow().hook(place)
        : tomcat().hook(place);
  }

  private Sessions following() {
    following = following == null ? new Sessions(sessions, endpoints()) : following;
    return following;
  }

  private Endpoints endpoints() {
    endpoints = endpoints == null ? new Endpoints(context.bus(), pointers) : endpoints;
    return endpoints;
  }

  private ByThread<Attempt> attempts() {
    attempts = attempts == null ? new ByThread<>() : attempts;
    return attempts;
  }

  private Undertow undertow() {
    undertow = undertow == null ? new Undertow(endpoints().conversations) : undertow;
    return undertow;
  }

  private Jetty jetty() {
    jetty = jetty == null ? new Jetty(following()) : jetty;
    return jetty;
  }

  private SpringChannel spring() {
    spring = spring == null ? new SpringChannel(endpoints().speakers) : spring;
    return spring;
  }

  private Tomcat tomcat() {
    tomcat = tomcat == null ? new Tomcat(endpoints().conversations) : tomcat;
    return tomcat;
  }
}
