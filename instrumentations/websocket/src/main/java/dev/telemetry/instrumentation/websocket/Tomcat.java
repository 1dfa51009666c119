package dev.telemetry.instrumentation.websocket;

import dev.telemetry.dispatch.Hook;
import java.nio.Buffer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What happens in Tomcat where a message is given to its handler, whatever that is, and where one
 * is given to the connection. Thread-safe.
 */
final class Tomcat {
  private final FieldReader sessionOf = new FieldReader("wsSession");
  private final FieldReader textOf = new FieldReader("messageBufferText");
  private final FieldReader remoteOf = new FieldReader("endpoint");
  private final FieldReader bufferOf = new FieldReader("buffer");
  private final ByIdentity<Conversation> conversations;

  Tomcat(ByIdentity<Conversation> conversations) {
    this.conversations = conversations;
  }

  Hook hook(Place place) {
    switch (place) {
      case TOMCAT_TEXT:
      case TOMCAT_BINARY:
        return new Received(place == Place.TOMCAT_TEXT);
      case TOMCAT_FAILURE:
        return new Failed();
      case TOMCAT_SENDING:
        return new Sent();
      default:
        return new Streamed();
    }
  }

  private @Nullable Conversation conversation(@Nullable Object owner) {
    Object session = owner == null ? null : sessionOf.of(owner);
    return session == null ? null : conversations.of(session);
  }

  /** Called with the binary data, and whether it is the last part. */
  private final class Received extends MessageHook {
    private final boolean text;

    Received(boolean text) {
      super(true);
      this.text = text;
    }

    @Override
    @Nullable Conversation conversation(Object self, @Nullable Object first) {
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
    @Nullable Conversation conversation(Object self, @Nullable Object first) {
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
    @Nullable Conversation conversation(Object self, @Nullable Object first) {
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
