package example.sockets;

import java.nio.ByteBuffer;
import javax.websocket.Endpoint;
import javax.websocket.EndpointConfig;
import javax.websocket.MessageHandler;
import javax.websocket.Session;
import javax.websocket.server.ServerEndpointConfig;

/** Answers from handlers that are no lambdas, because Jetty 9.4 asks them for their types. */
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
        new MessageHandler.Whole<String>() {
          @Override
          public void onMessage(String text) {
            session.getAsyncRemote().sendText(text, sent -> {});
          }
        });
    session.addMessageHandler(
        new MessageHandler.Whole<ByteBuffer>() {
          @Override
          public void onMessage(ByteBuffer bytes) {
            session.getAsyncRemote().sendBinary(bytes, sent -> {});
          }
        });
  }
}
