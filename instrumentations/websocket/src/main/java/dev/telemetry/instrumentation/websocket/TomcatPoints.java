package dev.telemetry.instrumentation.websocket;

import dev.telemetry.instrumentation.WeavePoint;
import java.util.ArrayList;
import java.util.List;

/** Where Tomcat is woven, since 8; what happens there is {@link Tomcat}. */
final class TomcatPoints {
  private static final String PACKAGE = "org.apache.tomcat.websocket.";
  private static final String FRAME = PACKAGE + "WsFrameBase";
  private static final String REMOTE = PACKAGE + "WsRemoteEndpointImplBase";
  private static final String BYTES = "Ljava/nio/ByteBuffer;";

  private TomcatPoints() {}

  static List<WeavePoint> of(WebSocketHooks hooks) {
    List<WeavePoint> points = new ArrayList<>();
    points.add(hooks.point(Place.TOMCAT_TEXT, "Around", FRAME, "sendMessageText(Z)V"));
    points.add(
        hooks.point(Place.TOMCAT_BINARY, "Around", FRAME, "sendMessageBinary(" + BYTES + "Z)V"));
    points.add(
        hooks.point(
            Place.TOMCAT_FAILURE,
            "Before",
            FRAME,
            "handleThrowableOnSend(Ljava/lang/Throwable;)V"));
    points.add(sending(hooks, "sendMessageBlock(Ljava/nio/CharBuffer;Z)V"));
    points.add(sending(hooks, "sendBytes(" + BYTES + ")V"));
    points.add(sending(hooks, "sendPartialBytes(" + BYTES + "Z)V"));
    points.add(
        hooks.point(Place.TOMCAT_STREAMING, "Around", REMOTE + "$WsOutputStream", "doWrite(Z)V"));
    for (String variant : WebSocketModule.VARIANTS) {
      points.addAll(ofVariant(hooks, variant));
    }
    return points;
  }

  private static List<WeavePoint> ofVariant(WebSocketHooks hooks, String variant) {
    String handler = "L" + variant + "/websocket/SendHandler;)V";
    List<WeavePoint> points = new ArrayList<>();
    points.add(sending(hooks, "sendStringByCompletion(Ljava/lang/String;" + handler));
    points.add(sending(hooks, "sendBytesByCompletion(" + BYTES + handler));
    points.add(
        hooks.point(
            Place.HANDSHAKE,
            "Handshake",
            PACKAGE + "server.UpgradeUtil",
            ("doUpgrade(Lorg/apache/tomcat/websocket/server/WsServerContainer;"
                    + "Lx/servlet/http/HttpServletRequest;Lx/servlet/http/HttpServletResponse;"
                    + "Lx/websocket/server/ServerEndpointConfig;Ljava/util/Map;)V")
                .replace("Lx/", "L" + variant + "/")));
    return points;
  }

  private static WeavePoint sending(WebSocketHooks hooks, String method) {
    return hooks.point(Place.TOMCAT_SENDING, "Around", REMOTE, method);
  }
}
