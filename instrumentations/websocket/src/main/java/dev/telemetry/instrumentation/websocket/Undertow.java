package dev.telemetry.instrumentation.websocket;

import dev.telemetry.dispatch.Hook;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What happens in Undertow: a message is a task for the application's threads, which bears all
 * there is to know of it; what is sent is sent by the API's own methods. Thread-safe.
 */
final class Undertow {
  private final FieldReader outer = new FieldReader("this$0");
  private final FieldReader sessionOf = new FieldReader("session");
  private final FieldReader remoteSessionOf = new FieldReader("undertowSession");
  private final ByIdentity<Conversation> conversations;

  Undertow(ByIdentity<Conversation> conversations) {
    this.conversations = conversations;
  }

  Hook hook(Place place) {
    switch (place) {
      case UNDERTOW_MESSAGE:
        return new Received();
      case UNDERTOW_FAILURE:
        return new Failed();
      case UNDERTOW_STREAM:
        return new Sent(ByteBuffer.allocate(0));
      case UNDERTOW_WRITER:
        return new Sent("");
      default:
        return new Sent(null);
    }
  }

  private @Nullable Conversation ofHandler(@Nullable Object frameHandler) {
    Object session = frameHandler == null ? null : sessionOf.of(frameHandler);
    return session == null ? null : conversations.of(session);
  }

  /** A task that gives a message to its handler. */
  private final class Received extends MessageHook {
    private final FieldReader textOf = new FieldReader("val$message");
    private final FieldReader lastOf = new FieldReader("val$finalFragment");
    private final FieldReader pooledOf = new FieldReader("val$pooled");
    private final FieldReader buffersOf = new FieldReader("data");

    Received() {
      super(true);
    }

    @Override
    @Nullable Conversation conversation(Object self, @Nullable Object first) {
      return ofHandler(outer.of(self));
    }

    @Override
    @Nullable Object content(Object self, @Nullable Object first) {
      if (textOf.isIn(self)) {
        return textOf.of(self);
      }
      Object pooled = pooledOf.of(self);
      return pooled == null ? null : buffersOf.of(pooled);
    }

    @Override
    boolean isLast(Object self, @Nullable Object first, @Nullable Object second) {
      return !Boolean.FALSE.equals(lastOf.of(self));
    }
  }

  /** Called with what a handler threw. */
  private final class Failed extends Hook {
    @Override
    public @Nullable Object enter(
        @Nullable Object self, @Nullable Object first, @Nullable Object second) {
      Conversation conversation = ofHandler(self);
      if (conversation != null) {
        conversation.failed((Throwable) Objects.requireNonNull(first));
      }
      return null;
    }
  }

  /**
   * Called with the content, and perhaps with whether it is the last part. A stream is a message
   * when it is begun, because it knows its session only then.
   */
  private final class Sent extends MessageHook {
    private final @Nullable Object begun;

    Sent(@Nullable Object begun) {
      super(false);
      this.begun = begun;
    }

    @Override
    @Nullable Conversation conversation(Object self, @Nullable Object first) {
      Object remote = outer.of(self);
      Object session = remote == null ? null : remoteSessionOf.of(remote);
      return session == null ? null : conversations.of(session);
    }

    @Override
    @Nullable Object content(Object self, @Nullable Object first) {
      return begun == null ? first : begun;
    }
  }
}
