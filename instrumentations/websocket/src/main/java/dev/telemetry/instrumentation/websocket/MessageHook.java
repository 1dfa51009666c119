package dev.telemetry.instrumentation.websocket;

import dev.telemetry.dispatch.Hook;
import java.nio.Buffer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A place in a container at which messages pass; each subclass knows what it is called with. */
abstract class MessageHook extends Hook {
  private final boolean in;

  /**
   * Measures what passes.
   *
   * @param in received, else sent
   */
  MessageHook(boolean in) {
    this.in = in;
  }

  @Override
  public final @Nullable Object enter(
      @Nullable Object self, @Nullable Object first, @Nullable Object second) {
    Conversation conversation = conversation(Objects.requireNonNull(self), first);
    if (conversation == null) {
      return null;
    }
    Object content = content(self, first);
    CharSequence text = content instanceof CharSequence ? (CharSequence) content : null;
    boolean last = isLast(self, first, second);
    return in
        ? conversation.receives(text, sizeOf(content), last)
        : conversation.sends(text, sizeOf(content), last);
  }

  @Override
  public final void exit(Object token, @Nullable Object result, @Nullable Throwable thrown) {
    Message message = (Message) token;
    Conversation conversation = message.conversation();
    if (in) {
      conversation.received(message, thrown);
    } else {
      conversation.sent(message, thrown);
    }
  }

  /** Returns the session's conversation; null where that is not followed, or nothing passes. */
  abstract @Nullable Conversation conversation(Object self, @Nullable Object first);

  /** Returns a text or a buffer that is ready to be read. */
  abstract @Nullable Object content(Object self, @Nullable Object first);

  /** Tells whether the message ends with this part: by a flag, wherever it stands. */
  boolean isLast(Object self, @Nullable Object first, @Nullable Object second) {
    return !Boolean.FALSE.equals(first) && !Boolean.FALSE.equals(second);
  }

  /** Returns how many characters or bytes there are to be read. */
  long sizeOf(@Nullable Object content) {
    if (content instanceof CharSequence) {
      return ((CharSequence) content).length();
    }
    return content instanceof Object[] ? sizeOfAll((Object[]) content) : sizeOfBuffer(content);
  }

  private static long sizeOfAll(Object[] buffers) {
    long size = 0;
    for (Object buffer : buffers) {
      size += sizeOfBuffer(buffer);
    }
    return size;
  }

  private static long sizeOfBuffer(@Nullable Object content) {
    return content instanceof Buffer ? ((Buffer) content).remaining() : 0;
  }
}
