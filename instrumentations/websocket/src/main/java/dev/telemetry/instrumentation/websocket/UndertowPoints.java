package dev.telemetry.instrumentation.websocket;

import dev.telemetry.instrumentation.WeavePoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Where Undertow is woven, since 2.0; what happens there is {@link Undertow}. */
final class UndertowPoints {
  private static final String PACKAGE = "io.undertow.websockets.jsr.";
  private static final String FRAMES = PACKAGE + "FrameHandler";
  private static final String REMOTE = PACKAGE + "WebSocketSessionRemoteEndpoint$";
  private static final String BASIC = REMOTE + "BasicWebSocketSessionRemoteEndpoint";
  private static final String ASYNC = REMOTE + "AsyncWebSocketSessionRemoteEndpoint";
  private static final String TEXT = "Ljava/lang/String;";
  private static final String BYTES = "Ljava/nio/ByteBuffer;";
  private static final String FUTURE = ")Ljava/util/concurrent/Future;";

  private UndertowPoints() {}

  static List<WeavePoint> of(WebSocketHooks hooks) {
    List<WeavePoint> points = new ArrayList<>();
    for (String task : new String[] {"$6", "$7"}) {
      points.add(hooks.point(Place.UNDERTOW_MESSAGE, "Around", FRAMES + task, "run()V"));
    }
    points.add(
        hooks.point(
            Place.UNDERTOW_FAILURE, "Before", FRAMES, "invokeOnError(Ljava/lang/Throwable;)V"));
    for (String content : new String[] {"sendText(" + TEXT, "sendBinary(" + BYTES}) {
      points.add(sending(hooks, BASIC, content + ")V"));
      points.add(sending(hooks, BASIC, content + "Z)V"));
      points.add(sending(hooks, ASYNC, content + FUTURE));
      for (String variant : WebSocketModule.VARIANTS) {
        points.add(sending(hooks, ASYNC, content + "L" + variant + "/websocket/SendHandler;)V"));
      }
    }
    points.addAll(objectsAndStreams(hooks));
    for (String variant : WebSocketModule.VARIANTS) {
      points.addAll(handshakes(hooks, variant));
    }
    return points;
  }

  private static List<WeavePoint> objectsAndStreams(WebSocketHooks hooks) {
    List<WeavePoint> points = new ArrayList<>();
    points.add(sending(hooks, BASIC, "sendObjectImpl(Ljava/lang/Object;)V"));
    points.add(
        sending(
            hooks,
            ASYNC,
            "sendObjectImpl(Ljava/lang/Object;Lio/undertow/websockets/core/WebSocketCallback;)V"));
    points.add(
        hooks.point(
            Place.UNDERTOW_STREAM, "Around", BASIC, "getSendStream()Ljava/io/OutputStream;"));
    points.add(
        hooks.point(Place.UNDERTOW_WRITER, "Around", BASIC, "getSendWriter()Ljava/io/Writer;"));
    return points;
  }

  private static List<WeavePoint> handshakes(WebSocketHooks hooks, String variant) {
    WeavePoint asked =
        hooks.point(
            Place.ENDPOINT_ASKED,
            "Before",
            PACKAGE + "handshake.HandshakeUtil",
            "checkOrigin(L"
                + variant
                + "/websocket/server/ServerEndpointConfig;"
                + "Lio/undertow/websockets/spi/WebSocketHttpExchange;)Z");
    return Arrays.asList(hooks.filter(PACKAGE + "JsrWebSocketFilter", variant), asked);
  }

  private static WeavePoint sending(WebSocketHooks hooks, String type, String method) {
    return hooks.point(Place.UNDERTOW_SENDING, "Around", type, method);
  }
}
