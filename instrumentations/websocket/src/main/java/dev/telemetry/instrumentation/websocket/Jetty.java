package dev.telemetry.instrumentation.websocket;

import dev.telemetry.dispatch.Hook;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What happens in Jetty, frame by frame: a session's handler is given what comes, its core sends
 * what goes. In 9.4 that is a driver, which the extensions of a session know by it. An annotated
 * endpoint's session is opened by whatever happens first in it.
 */
final class Jetty {
  private static final int FINAL = 0x80;
  private static final int KIND = 0xF;
  private static final int TEXT = 1;
  private static final int FIRST_CONTROL = 8;

  private final FieldReader sessionOf = new FieldReader("session");
  private final FieldReader configOf = new FieldReader("endpointConfig", "config");
  private final FieldReader handlerOf = new FieldReader("handler", "websocket");
  private final FieldReader lastOf = new FieldReader("nextIncoming");
  private final FieldReader headOf = new FieldReader("finRsvOp");
  private final FieldReader payloadOf = new FieldReader("payload", "data");
  private final FieldReader frameOf = new FieldReader("frame");
  private final FieldReader codeOf = new FieldReader("code", "statusCode");
  private final Sessions sessions;

  Jetty(Sessions sessions) {
    this.sessions = sessions;
  }

  Hook hook(Place place) {
    switch (place) {
      case JETTY_FRAME:
      case JETTY_SENDING:
        return new Frames(place == Place.JETTY_FRAME);
      case JETTY_FAILURE:
        return new Failed();
      default:
        return new OpenedOrClosed(place == Place.JETTY_OPEN);
    }
  }

  /** Of a handler of the API's; Jetty has others, which keep their sessions elsewhere. */
  private @Nullable Conversation conversation(@Nullable Object handler) {
    Object session = handler == null ? null : sessionOf.ofAny(handler);
    if (session == null) {
      return null;
    }
    Conversation found = sessions.of(session);
    return found == null ? opened(Objects.requireNonNull(handler), session) : found;
  }

  private @Nullable Conversation opened(Object handler, Object session) {
    Object config = configOf.ofAny(handler);
    if (config != null) {
      sessions.open(session, config);
    }
    return sessions.of(session);
  }

  private int head(Object frame) {
    Object head = headOf.of(frame);
    return head instanceof Byte ? (Byte) head : 0;
  }

  /** Called with a frame, or with what bears one. */
  private final class Frames extends MessageHook {
    private final boolean in;

    Frames(boolean in) {
      super(in);
      this.in = in;
    }

    @Override
    @Nullable Conversation conversation(Object self, @Nullable Object first) {
      boolean control = (head(frame(first)) & KIND) >= FIRST_CONTROL;
      return control ? null : Jetty.this.conversation(in ? self : handler(self));
    }

    /** By the session, or what comes last before it. */
    private @Nullable Object handler(Object sender) {
      Object session = lastOf.isIn(sender) ? lastOf.of(sender) : sender;
      return session == null ? null : handlerOf.ofAny(session);
    }

    private Object frame(@Nullable Object first) {
      Object inside = frameOf.ofAny(Objects.requireNonNull(first));
      return inside == null ? first : inside;
    }

    @Override
    @Nullable Object content(Object self, @Nullable Object first) {
      Object frame = frame(first);
      Object payload = payloadOf.of(frame);
      boolean text = (head(frame) & KIND) == TEXT;
      ByteBuffer bytes = payload == null ? ByteBuffer.allocate(0) : (ByteBuffer) payload;
      return text ? new Utf8Text(bytes) : bytes;
    }

    @Override
    boolean isLast(Object self, @Nullable Object first, @Nullable Object second) {
      return (head(frame(first)) & FINAL) != 0;
    }
  }

  /** Called with what a handler threw. */
  private final class Failed extends Hook {
    @Override
    public @Nullable Object enter(
        @Nullable Object self, @Nullable Object first, @Nullable Object second) {
      Object session = sessionOf.of(Objects.requireNonNull(self));
      Conversation conversation = sessions.of(session);
      if (conversation != null) {
        conversation.failed((Throwable) Objects.requireNonNull(first));
      }
      return null;
    }
  }

  /** A handler has opened its session; or is about to close it, called with the status. */
  private final class OpenedOrClosed extends Hook {
    private final boolean opens;

    OpenedOrClosed(boolean opens) {
      this.opens = opens;
    }

    @Override
    public @Nullable Object enter(
        @Nullable Object self, @Nullable Object first, @Nullable Object second) {
      Object session = sessionOf.of(Objects.requireNonNull(self));
      if (!opens && session != null && first != null) {
        Object code = codeOf.of(first);
        sessions.closed(session, code instanceof Integer ? (Integer) code : Endpoints.ABNORMAL);
      }
      return opens ? self : null;
    }

    @Override
    public void exit(Object token, @Nullable Object result, @Nullable Throwable thrown) {
      if (thrown == null) {
        conversation(token);
      }
    }
  }
}
