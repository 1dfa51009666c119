package example.sockets;

import jakarta.websocket.OnMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Answers part by part. */
@ServerEndpoint("/parts")
public final class Parts {
  /** For the container. */
  public Parts() {}

  /** Answers a part of a text. */
  @OnMessage
  public void onText(Session session, String part, boolean last) throws IOException {
    session.getBasicRemote().sendText(part, last);
  }

  /** Answers a part of binary data. */
  @OnMessage
  public void onBinary(Session session, ByteBuffer part, boolean last) throws IOException {
    session.getBasicRemote().sendBinary(part, last);
  }
}
