package dev.telemetry.instrumentation.websocket;

import dev.telemetry.dispatch.Hook;
import dev.telemetry.instrumentation.Companion;
import dev.telemetry.instrumentation.EventDefinition;
import dev.telemetry.instrumentation.InstrumentationContext;
import dev.telemetry.instrumentation.InstrumentationModule;
import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.WeavePoint;
import dev.telemetry.instrumentation.WeavePoint.SiteAdvice;
import java.util.ArrayList;
import java.util.List;

/** Measures WebSocket sessions and messages of servers that run endpoints of JSR 356. */
public final class WebSocketModule implements InstrumentationModule {
  /** What the packages of the API begin with. */
  static final String[] VARIANTS = {"jakarta", "javax"};

  private static final String PACKAGE = WebSocketModule.class.getPackage().getName() + ".";
  private static final String ENDPOINT = "jakarta.websocket.Endpoint|javax.websocket.Endpoint";
  private static final String SESSION = "Ljakarta/websocket/Session;";

  /** For {@link java.util.ServiceLoader}. */
  public WebSocketModule() {}

  @Override
  public String name() {
    return "websocket";
  }

  @Override
  public List<WeavePoint> weavePoints(InstrumentationContext context) {
    Endpoints endpoints = new Endpoints(context.bus());
    Sessions sessions = new Sessions(access(context, "websocket.Session"), endpoints);
    List<WeavePoint> points = new ArrayList<>();
    points.add(
        WeavePoint.subtypesOf(
            ENDPOINT,
            "onOpen(" + SESSION + "Ljakarta/websocket/EndpointConfig;)V",
            advice("Before", new SessionHook(sessions, true))));
    points.add(
        WeavePoint.subtypesOf(
            ENDPOINT,
            "onClose(" + SESSION + "Ljakarta/websocket/CloseReason;)V",
            advice("Before", new SessionHook(sessions, false))));
    points.addAll(new Tomcat(sessions).weavePoints());
    points.addAll(handshakes(context, endpoints));
    return points;
  }

  private static List<WeavePoint> handshakes(InstrumentationContext context, Endpoints endpoints) {
    HandshakeHook hook =
        new HandshakeHook(
            endpoints, access(context, "websocket.EndpointConfig"), responses(context));
    List<WeavePoint> points = new ArrayList<>();
    for (String variant : VARIANTS) {
      points.add(
          WeavePoint.subtypesOf(
              "org.apache.tomcat.websocket.server.UpgradeUtil",
              "doUpgrade(Lorg/apache/tomcat/websocket/server/WsServerContainer;L"
                  + variant
                  + "/servlet/http/HttpServletRequest;L"
                  + variant
                  + "/servlet/http/HttpServletResponse;L"
                  + variant
                  + "/websocket/server/ServerEndpointConfig;Ljava/util/Map;)V",
              advice("Handshake", hook)));
    }
    return points;
  }

  private static Companion<SessionAccess> access(InstrumentationContext context, String anchor) {
    return context.companion(
        SessionAccess.class,
        PACKAGE + "companion.JakartaSessionAccess",
        "jakarta." + anchor,
        "javax." + anchor);
  }

  private static Companion<HandshakeAccess> responses(InstrumentationContext context) {
    return context.companion(
        HandshakeAccess.class,
        PACKAGE + "companion.JakartaHandshakeAccess",
        "jakarta.servlet.ServletResponse",
        "javax.servlet.ServletResponse");
  }

  static SiteAdvice advice(String name, Hook hook) {
    return new SiteAdvice(PACKAGE + "WebSocketAdvice$" + name, hook);
  }

  @Override
  public List<EventDefinition> events() {
    return WebSocketEvents.events();
  }

  @Override
  public List<MetricDefinition> metrics() {
    return WebSocketEvents.metrics();
  }
}
