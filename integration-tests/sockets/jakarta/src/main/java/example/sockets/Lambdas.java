package example.sockets;

import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpointConfig;
import java.nio.ByteBuffer;

/** Answers from handlers that are lambdas, without waiting until that is sent. */
public final class Lambdas extends Endpoint {
  private static final int MOST = 2 << 20;

  /** For the container. */
  public Lambdas() {}

  static ServerEndpointConfig config() {
    return ServerEndpointConfig.Builder.create(Lambdas.class, "/lambdas").build();
  }

  @Override
  public void onOpen(Session session, EndpointConfig config) {
    session.setMaxTextMessageBufferSize(MOST);
    session.setMaxBinaryMessageBufferSize(MOST);
    session.addMessageHandler(
        String.class,
        (MessageHandler.Whole<String>) text -> session.getAsyncRemote().sendText(text, sent -> {}));
    session.addMessageHandler(
        ByteBuffer.class,
        (MessageHandler.Whole<ByteBuffer>)
            bytes -> session.getAsyncRemote().sendBinary(bytes, sent -> {}));
  }
}
