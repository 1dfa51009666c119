package dev.telemetry.instrumentation;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Objects between two uses, so that what begins and ends on one thread needs no new one. Not for
 * what somebody may still hold when its use is over. Thread-safe, waits for nobody.
 *
 * <p>Belongs to no thread: nothing of the agent stays with one of the application's. A thread finds
 * again what it gave back, and as many as {@value #DEPTH} for uses within each other; where several
 * threads share a place, some get none.
 *
 * @param <T> what is kept; without state of its last use
 */
public final class Spares<T> {
  static final int DEPTH = 4;

  /** References in a cache line, so that threads in different places do not disturb each other. */
  private static final int LINE = 16;

  private static final int PLACES =
      Integer.highestOneBit(8 * Runtime.getRuntime().availableProcessors());

  private final AtomicReferenceArray<@Nullable T> slots =
      new AtomicReferenceArray<>((PLACES + 1) * LINE);

  /** Starts with none. */
  public Spares() {}

  /** Returns one that nobody else has; null where there is none at hand. */
  public @Nullable T take() {
    int first = firstOfThread();
    for (int i = first; i < first + DEPTH; i++) {
      T found = slots.get(i) == null ? null : slots.getAndSet(i, null);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** Keeps one that its user has done with; drops it where there is no room. */
  public void giveBack(T spare) {
    int first = firstOfThread();
    for (int i = first; i < first + DEPTH; i++) {
      if (slots.get(i) == null) {
        // who gives back at the same moment loses one of both, which is dropped too
        slots.lazySet(i, spare);
        return;
      }
    }
  }

  /** A line after the array's header, which every access reads. */
  private static int firstOfThread() {
    int spread = ((int) Thread.currentThread().getId() * 0x9E3779B9) >>> 8;
    return ((spread & (PLACES - 1)) + 1) * LINE;
  }
}
