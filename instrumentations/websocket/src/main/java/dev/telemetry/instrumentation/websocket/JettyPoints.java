package dev.telemetry.instrumentation.websocket;

import dev.telemetry.instrumentation.WeavePoint;
import java.util.ArrayList;
import java.util.List;

/** Where Jetty is woven, since 10; what happens there is {@link Jetty}. */
final class JettyPoints {
  private static final String CORE = "org.eclipse.jetty.websocket.core.";
  private static final String FRAME = "Lorg/eclipse/jetty/websocket/core/Frame;";
  private static final String CALLBACK = "Lorg/eclipse/jetty/util/Callback;";

  private static final String[] HANDLERS = {
    "org.eclipse.jetty.websocket.javax.common.JavaxWebSocketFrameHandler",
    "org.eclipse.jetty.websocket.jakarta.common.JakartaWebSocketFrameHandler",
    "org.eclipse.jetty.ee8.websocket.javax.common.JavaxWebSocketFrameHandler",
    "org.eclipse.jetty.ee9.websocket.jakarta.common.JakartaWebSocketFrameHandler",
    "org.eclipse.jetty.ee10.websocket.jakarta.common.JakartaWebSocketFrameHandler",
    "org.eclipse.jetty.ee11.websocket.jakarta.common.JakartaWebSocketFrameHandler"
  };

  private JettyPoints() {}

  static List<WeavePoint> of(WebSocketHooks hooks) {
    List<WeavePoint> points = new ArrayList<>();
    for (String handler : HANDLERS) {
      points.addAll(ofHandler(hooks, handler));
    }
    String send = "sendFrame(" + FRAME + CALLBACK + "Z)V";
    points.add(sending(hooks, "internal.WebSocketCoreSession", send));
    points.add(sending(hooks, "WebSocketCoreSession", send));
    points.add(
        sending(
            hooks,
            "WebSocketCoreSession",
            "sendFrame(Lorg/eclipse/jetty/websocket/core/OutgoingEntry;)V"));
    return points;
  }

  private static WeavePoint sending(WebSocketHooks hooks, String type, String method) {
    return hooks.point(Place.JETTY_SENDING, "Around", CORE + type, method);
  }

  private static List<WeavePoint> ofHandler(WebSocketHooks hooks, String type) {
    List<WeavePoint> points = new ArrayList<>();
    points.add(
        hooks.point(
            Place.JETTY_OPEN,
            "Around",
            type,
            "onOpen(Lorg/eclipse/jetty/websocket/core/CoreSession;" + CALLBACK + ")V"));
    points.add(
        hooks.point(Place.JETTY_FRAME, "Around", type, "onFrame(" + FRAME + CALLBACK + ")V"));
    points.add(
        hooks.point(
            Place.JETTY_FAILURE,
            "Before",
            type,
            "onError(Ljava/lang/Throwable;" + CALLBACK + ")V"));
    points.add(
        hooks.point(
            Place.JETTY_CLOSE,
            "Before",
            type,
            "onClosed(Lorg/eclipse/jetty/websocket/core/CloseStatus;" + CALLBACK + ")V"));
    return points;
  }
}
