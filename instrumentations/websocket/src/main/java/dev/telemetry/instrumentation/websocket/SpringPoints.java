package dev.telemetry.instrumentation.websocket;

import dev.telemetry.instrumentation.WeavePoint;
import java.util.Arrays;
import java.util.List;

/**
 * Where Spring's WebSockets and messaging are woven, since 5; what happens there is {@link
 * SpringChannel}.
 */
final class SpringPoints {
  private static final String PACKAGE = "org.springframework.messaging.";
  private static final String CHANNEL = PACKAGE + "support.ExecutorSubscribableChannel";
  private static final String MESSAGE = "Lorg/springframework/messaging/Message;";

  private SpringPoints() {}

  static List<WeavePoint> of(WebSocketHooks hooks) {
    return Arrays.asList(
        handshake(hooks, "jakarta"),
        handshake(hooks, "javax"),
        hooks.point(Place.SPRING_CHANNEL, "Around", CHANNEL, "sendInternal(" + MESSAGE + "J)Z"),
        hooks.point(Place.SPRING_TASK, "Around", CHANNEL + "$SendTask", "run()V"),
        hooks.point(
            Place.SPRING_FAILURE,
            "Before",
            PACKAGE + "handler.invocation.AbstractMethodMessageHandler",
            "processHandlerMethodException("
                + "Lorg/springframework/messaging/handler/HandlerMethod;Ljava/lang/Exception;"
                + MESSAGE
                + ")V"));
  }

  private static WeavePoint handshake(WebSocketHooks hooks, String variant) {
    return hooks.point(
        Place.SPRING_HANDSHAKE,
        "Around",
        "org.springframework.web.socket.server.support.WebSocketHttpRequestHandler",
        "handleRequest(Lx/servlet/http/HttpServletRequest;Lx/servlet/http/HttpServletResponse;)V"
            .replace("Lx/", "L" + variant + "/"));
  }
}
