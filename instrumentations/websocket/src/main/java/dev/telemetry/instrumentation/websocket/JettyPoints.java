package dev.telemetry.instrumentation.websocket;

import dev.telemetry.instrumentation.WeavePoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where Jetty is woven, since 10, for {@link OlderJettyPoints} has what is before; what happens
 * there is {@link Jetty}.
 */
final class JettyPoints {
  private static final String CORE = "org.eclipse.jetty.websocket.core.";
  private static final String FRAME = "Lorg/eclipse/jetty/websocket/core/Frame;";
  private static final String CALLBACK = "Lorg/eclipse/jetty/util/Callback;";

  /** In what packages it has what belongs to one of the API's, and how it calls that. */
  private static final String[][] VARIANTS = {
    {"", "javax"},
    {"", "jakarta"},
    {"ee8.", "javax"},
    {"ee9.", "jakarta"},
    {"ee10.", "jakarta"},
    {"ee11.", "jakarta"}
  };

  private JettyPoints() {}

  static List<WeavePoint> of(WebSocketHooks hooks) {
    List<WeavePoint> points = new ArrayList<>();
    for (String[] variant : VARIANTS) {
      String root = "org.eclipse.jetty." + variant[0] + "websocket.";
      points.addAll(
          ofHandler(hooks, root + variant[1] + ".common." + named(variant[1], "FrameHandler")));
      points.addAll(handshakes(hooks, root, variant[1]));
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

  private static String named(String variant, String suffix) {
    return (variant.equals("javax") ? "Javax" : "Jakarta") + "WebSocket" + suffix;
  }

  private static List<WeavePoint> handshakes(WebSocketHooks hooks, String root, String variant) {
    String creator = root + variant + ".server.internal." + named(variant, "Creator");
    String asked =
        "createWebSocket(Lorg/eclipse/jetty/websocket/core/server/ServerUpgradeRequest;"
            + "Lorg/eclipse/jetty/websocket/core/server/ServerUpgradeResponse;";
    return Arrays.asList(
        hooks.filter(root + "servlet.WebSocketUpgradeFilter", variant),
        hooks.point(Place.ENDPOINT_ASKED, "Before", creator, asked + ")Ljava/lang/Object;"),
        hooks.point(
            Place.ENDPOINT_ASKED, "Before", creator, asked + CALLBACK + ")Ljava/lang/Object;"));
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
