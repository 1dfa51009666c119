package dev.telemetry.instrumentation.websocket;

import dev.telemetry.dispatch.Hook;
import dev.telemetry.instrumentation.WeavePoint;
import dev.telemetry.instrumentation.WeavePoint.SiteAdvice;
import java.nio.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The places of Tomcat's, since 8, where a message is given to its handler, whatever that is, and
 * where one is given to the connection.
 */
final class Tomcat {
  private static final String PACKAGE = "org.apache.tomcat.websocket.";
  private static final String FRAME = PACKAGE + "WsFrameBase";
  private static final String REMOTE = PACKAGE + "WsRemoteEndpointImplBase";
  private static final String STREAM = REMOTE + "$WsOutputStream";
  private static final String BYTES = "Ljava/nio/ByteBuffer;";

  private final FieldReader sessionOf = new FieldReader("wsSession");
  private final FieldReader textOf = new FieldReader("messageBufferText");
  private final FieldReader remoteOf = new FieldReader("endpoint");
  private final FieldReader bufferOf = new FieldReader("buffer");
  private final Sessions sessions;

  Tomcat(Sessions sessions) {
    this.sessions = sessions;
  }

  List<WeavePoint> weavePoints() {
    List<WeavePoint> points = new ArrayList<>();
    around(points, FRAME, "sendMessageText(Z)V", new Received(true));
    around(points, FRAME, "sendMessageBinary(" + BYTES + "Z)V", new Received(false));
    points.add(
        WeavePoint.subtypesOf(
            FRAME,
            "handleThrowableOnSend(Ljava/lang/Throwable;)V",
            WebSocketModule.advice("Before", new Failed())));
    Sent sent = new Sent();
    around(points, REMOTE, "sendMessageBlock(Ljava/nio/CharBuffer;Z)V", sent);
    around(points, REMOTE, "sendBytes(" + BYTES + ")V", sent);
    around(points, REMOTE, "sendPartialBytes(" + BYTES + "Z)V", sent);
    for (String variant : WebSocketModule.VARIANTS) {
      String handler = "L" + variant + "/websocket/SendHandler;)V";
      around(points, REMOTE, "sendStringByCompletion(Ljava/lang/String;" + handler, sent);
      around(points, REMOTE, "sendBytesByCompletion(" + BYTES + handler, sent);
    }
    around(points, STREAM, "doWrite(Z)V", new Streamed());
    return points;
  }

  private static void around(List<WeavePoint> points, String type, String method, Hook hook) {
    SiteAdvice advice = WebSocketModule.advice("Around", hook);
    points.add(WeavePoint.subtypesOf(type, method, advice));
  }

  private @Nullable Conversation conversation(@Nullable Object owner) {
    return owner == null ? null : sessions.of(sessionOf.of(owner));
  }

  /** Called with the binary data, and whether it is the last part. */
  private final class Received extends MessageHook {
    private final boolean text;

    Received(boolean text) {
      super(true);
      this.text = text;
    }

    @Override
    @Nullable Conversation conversation(Object self) {
      return Tomcat.this.conversation(self);
    }

    @Override
    @Nullable Object content(Object self, @Nullable Object first) {
      return text ? textOf.of(self) : first;
    }
  }

  /** Called with what a handler threw. */
  private final class Failed extends Hook {
    @Override
    public @Nullable Object enter(
        @Nullable Object self, @Nullable Object first, @Nullable Object second) {
      Conversation conversation = conversation(self);
      if (conversation != null) {
        conversation.failed((Throwable) Objects.requireNonNull(first));
      }
      return null;
    }
  }

  /** Called with the content, and mostly with whether it is the last part. */
  private final class Sent extends MessageHook {
    Sent() {
      super(false);
    }

    @Override
    @Nullable Conversation conversation(Object self) {
      return Tomcat.this.conversation(self);
    }

    @Override
    @Nullable Object content(Object self, @Nullable Object first) {
      return first;
    }
  }

  /** Called with whether it is the last part; what is sent was written to a buffer before. */
  private final class Streamed extends MessageHook {
    Streamed() {
      super(false);
    }

    @Override
    @Nullable Conversation conversation(Object self) {
      return Tomcat.this.conversation(remoteOf.of(self));
    }

    @Override
    @Nullable Object content(Object self, @Nullable Object first) {
      return bufferOf.of(self);
    }

    /** The buffer is turned only inside. */
    @Override
    long sizeOf(@Nullable Object content) {
      return content instanceof Buffer ? ((Buffer) content).position() : 0;
    }
  }
}
