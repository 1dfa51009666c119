package dev.telemetry.instrumentation.websocket;

import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Which threads handle a message just now, and which have sent what was no answer. By the threads'
 * numbers in places that several share, so that nothing stays with a thread: a newer one takes the
 * place of an older one. Thread-safe, waits for nobody.
 */
final class Speakers {
  private static final int PLACES = 4096;
  private static final int TIME_BITS = 20;

  /** What is counted takes a little more than a second. */
  private static final int NANO_BITS = 30;

  private static final long TIMES = (1L << TIME_BITS) - 1;

  /** A thread of a pool may push today and answer tomorrow. */
  private static final long LATELY = 28;

  private final AtomicReferenceArray<@Nullable Conversation> handling =
      new AtomicReferenceArray<>(PLACES);
  private final AtomicLongArray pushing = new AtomicLongArray(PLACES);

  /** Returns the conversation whose message this thread handles; null where it handles none. */
  @Nullable Conversation handled() {
    Conversation there = handling.get(place());
    return there != null && there.isHandledHere() ? there : null;
  }

  void begin(Conversation conversation) {
    handling.set(place(), conversation);
  }

  void end(Conversation conversation) {
    handling.compareAndSet(place(), conversation, null);
  }

  /** This thread has sent something to a session that waits for no answer. */
  void pushes(long nowNanos) {
    pushing.lazySet(place(), Thread.currentThread().getId() << TIME_BITS | times(nowNanos));
  }

  /** Tells whether this thread has lately sent what is no answer. */
  boolean isPushing(long nowNanos) {
    long told = pushing.get(place());
    return told >>> TIME_BITS == Thread.currentThread().getId()
        && ((times(nowNanos) - told) & TIMES) <= LATELY;
  }

  private static long times(long nanos) {
    return (nanos >>> NANO_BITS) & TIMES;
  }

  private static int place() {
    return (int) Thread.currentThread().getId() & (PLACES - 1);
  }
}
