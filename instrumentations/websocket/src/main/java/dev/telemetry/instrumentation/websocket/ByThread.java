package dev.telemetry.instrumentation.websocket;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * What threads do just now, by their numbers, in places that several share, so that nothing stays
 * with a thread: a newer one takes the place of an older one. Thread-safe, waits for nobody.
 *
 * @param <T> what one does
 */
final class ByThread<T extends OfThread> {
  static final int PLACES = 4096;

  private final AtomicReferenceArray<@Nullable T> doing = new AtomicReferenceArray<>(PLACES);

  /** Returns what this thread does; null where it does nothing. */
  @Nullable T current() {
    T there = doing.get(place());
    return there != null && there.isHandledHere() ? there : null;
  }

  void begin(T begun) {
    doing.set(place(), begun);
  }

  void end(T ended) {
    doing.compareAndSet(place(), ended, null);
  }

  /** What this thread does is none any more. */
  void forget() {
    T current = current();
    if (current != null) {
      end(current);
    }
  }

  /** Returns the place of this thread, which others may share. */
  static int place() {
    return (int) Thread.currentThread().getId() & (PLACES - 1);
  }
}
