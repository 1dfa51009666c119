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
  void pushes() {
    pushing.lazySet(place(), Thread.currentThread().getId());
  }

  /** Tells whether this thread is known to send what is no answer. */
  boolean isPushing() {
    return pushing.get(place()) == Thread.currentThread().getId();
  }

  private static int place() {
    return (int) Thread.currentThread().getId() & (PLACES - 1);
  }
}
