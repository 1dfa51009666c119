package dev.telemetry.instrumentation.websocket;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The received messages of one session that have no answer yet, in their order; bounded. Used by
 * one thread at a time.
 */
final class Waiting {
  static final int LIMIT = 16;
  static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(30);

  private final @Nullable Reply[] replies = new @Nullable Reply[LIMIT];
  private final Endpoint endpoint;
  private int first;
  private int count;
  private @Nullable Reply spare;

  Waiting(Endpoint endpoint) {
    this.endpoint = endpoint;
  }

  boolean isEmpty() {
    return count == 0;
  }

  boolean isFull() {
    return count == LIMIT;
  }

  /** Takes a message in, for which there must be room. */
  Reply add(long nanos, String name, boolean text) {
    Reply reply = spare == null ? new Reply(endpoint) : spare;
    spare = null;
    reply.begin(nanos, name, text);
    replies[(first + count) % LIMIT] = reply;
    count++;
    return reply;
  }

  /** Takes the oldest out; null without any. */
  @Nullable Reply removeOldest() {
    Reply out = replies[first];
    if (out != null) {
      replies[first] = null;
      first = (first + 1) % LIMIT;
      count--;
    }
    return out;
  }

  /** Takes the newest out; null without any. */
  @Nullable Reply removeNewest() {
    if (count == 0) {
      return null;
    }
    int last = (first + count - 1) % LIMIT;
    Reply out = replies[last];
    replies[last] = null;
    count--;
    return out;
  }

  /** Takes the oldest out where it has waited too long. */
  @Nullable Reply removeOverdue(long nowNanos) {
    Reply oldest = replies[first];
    return oldest != null && nowNanos - oldest.start > LIMIT_NANOS ? removeOldest() : null;
  }

  /** One that was taken out is not needed any more. */
  void giveBack(Reply reply) {
    spare = reply;
  }
}
