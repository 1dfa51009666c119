package dev.telemetry.instrumentation.websocket;

import dev.telemetry.instrumentation.WeavePoint;
import java.util.Arrays;
import java.util.List;

/** Where Jetty 9.4 is woven; what happens there is {@link Jetty}. */
final class OlderJettyPoints {
  private static final String PACKAGE = "org.eclipse.jetty.websocket.";
  private static final String DRIVER = PACKAGE + "jsr356.endpoints.AbstractJsrEventDriver";
  private static final String COMMON = "(Lorg/eclipse/jetty/websocket/common/";
  private static final String API = "Lorg/eclipse/jetty/websocket/api/";
  private static final String SERVLET = "Lorg/eclipse/jetty/websocket/servlet/ServletUpgrade";

  private OlderJettyPoints() {}

  static List<WeavePoint> of(WebSocketHooks hooks) {
    return Arrays.asList(
        hooks.point(
            Place.JETTY_OPEN, "Around", DRIVER, "openSession" + COMMON + "WebSocketSession;)V"),
        hooks.point(
            Place.JETTY_FRAME,
            "Around",
            PACKAGE + "common.events.AbstractEventDriver",
            "incomingFrame(" + API + "extensions/Frame;)V"),
        hooks.point(Place.JETTY_FAILURE, "Before", DRIVER, "onError(Ljava/lang/Throwable;)V"),
        hooks.point(Place.JETTY_CLOSE, "Before", DRIVER, "onClose" + COMMON + "CloseInfo;)V"),
        hooks.point(
            Place.JETTY_SENDING,
            "Around",
            PACKAGE + "common.extensions.ExtensionStack",
            "outgoingFrame("
                + API
                + "extensions/Frame;"
                + API
                + "WriteCallback;"
                + API
                + "BatchMode;)V"),
        hooks.filter(PACKAGE + "server.WebSocketUpgradeFilter", "javax"),
        hooks.point(
            Place.ENDPOINT_ASKED,
            "Before",
            PACKAGE + "jsr356.server.JsrCreator",
            "createWebSocket(" + SERVLET + "Request;" + SERVLET + "Response;)Ljava/lang/Object;"));
  }
}
