package example.sockets;

import jakarta.websocket.OnMessage;
import jakarta.websocket.server.ServerEndpoint;
import java.nio.ByteBuffer;

/** Answers with what it was told, once it has all of it. */
@ServerEndpoint("/whole/{name}")
public final class Room {
  private static final int MOST = 2 << 20;

  /** For the container. */
  public Room() {}

  /** Answers a text. */
  @OnMessage(maxMessageSize = MOST)
  public String onText(String text) {
    return text;
  }

  /** Answers binary data. */
  @OnMessage(maxMessageSize = MOST)
  public ByteBuffer onBinary(ByteBuffer bytes) {
    return bytes;
  }
}
