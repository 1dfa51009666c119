package dev.telemetry.instrumentation.websocket;

import jakarta.websocket.OnMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** An annotated endpoint that does what the text it gets says. */
@ServerEndpoint("/room/{name}")
public final class Room {
  /** For the container. */
  public Room() {}

  /** Answers, or not, in the way that is asked for. */
  @OnMessage
  public @Nullable String onText(Session session, String text) throws IOException {
    if (text.contains("fail")) {
      throw new IllegalStateException("asked to fail");
    } else if (text.contains("later")) {
      CompletableFuture.runAsync(() -> session.getAsyncRemote().sendText("late", sent -> {}))
          .join();
    } else if (text.contains("thrice")) {
      session.getBasicRemote().sendText("one", false);
      session.getBasicRemote().sendText("two", true);
      session.getAsyncRemote().sendBinary(ByteBuffer.wrap(new byte[3]), sent -> {});
    } else if (text.contains("streams")) {
      try (OutputStream stream = session.getBasicRemote().getSendStream()) {
        stream.write(new byte[100]);
      }
      try (Writer writer = session.getBasicRemote().getSendWriter()) {
        writer.write("written");
      }
    } else if (text.contains("echo")) {
      return text;
    }
    return null;
  }

  /** Answers with as many bytes. */
  @OnMessage
  public ByteBuffer onBinary(ByteBuffer bytes) {
    return bytes;
  }
}
