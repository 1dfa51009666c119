package dev.telemetry.instrumentation.websocket;

import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/**
 * Which threads handle a message just now, and which have sent what was no answer. Thread-safe,
 * waits for nobody.
 */
final class Speakers {
  private static final int TIME_BITS = 20;

  /** What is counted takes a little more than a second. */
  private static final int NANO_BITS = 30;

  private static final long TIMES = (1L << TIME_BITS) - 1;

  /** A thread of a pool may push today and answer tomorrow. */
  private static final long LATELY = 28;

  private final ByThread<Conversation> handling = new ByThread<>();
  private final AtomicLongArray pushing = new AtomicLongArray(ByThread.PLACES);

  /** Returns the conversation whose message this thread handles; null where it handles none. */
  @Nullable Conversation handled() {
    return handling.current();
  }

  void begin(Conversation conversation) {
    handling.begin(conversation);
  }

  void end(Conversation conversation) {
    handling.end(conversation);
  }

  /** This thread has sent something to a session that waits for no answer. */
  void pushes(long nowNanos) {
    pushing.lazySet(
        ByThread.place(), Thread.currentThread().getId() << TIME_BITS | times(nowNanos));
  }

  /** Tells whether this thread has lately sent what is no answer. */
  boolean isPushing(long nowNanos) {
    long told = pushing.get(ByThread.place());
    return told >>> TIME_BITS == Thread.currentThread().getId()
        && ((times(nowNanos) - told) & TIMES) <= LATELY;
  }

  private static long times(long nanos) {
    return (nanos >>> NANO_BITS) & TIMES;
  }
}
