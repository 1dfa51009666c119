package dev.telemetry.instrumentation.executor;

import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * When tasks were handed over, until somebody takes them: a table of fixed size, which holds no
 * task. What finds no place, because too many wait, has no time. Thread-safe, without a lock.
 */
final class Stamps {
  private static final int PLACES = 1 << 13;
  private static final int PROBES = 16;

  /** Spreads identity hashes, which may be alike in their low bits. */
  private static final int SPREAD = 0x9E3779B9;

  private static final int SHIFT = 32 - 13;

  private final AtomicReferenceArray<@Nullable Stamp> places = new AtomicReferenceArray<>(PLACES);

  /** Notes a time; of a task that was noted already, the later one is found or none. */
  void put(Object task, long nanos) {
    Stamp stamp = new Stamp(task, nanos);
    int first = first(task);
    for (int probe = 0; probe < PROBES; probe++) {
      int place = (first + probe) & (PLACES - 1);
      Stamp there = places.get(place);
      if (isFree(there, task) && places.compareAndSet(place, there, stamp)) {
        return;
      }
    }
  }

  /** Returns the time of a task and forgets it; 0 where there is none. */
  long take(Object task) {
    int first = first(task);
    for (int probe = 0; probe < PROBES; probe++) {
      int place = (first + probe) & (PLACES - 1);
      Stamp there = places.get(place);
      if (there != null && there.get() == task && places.compareAndSet(place, there, null)) {
        return there.nanos;
      }
    }
    return 0;
  }

  private static boolean isFree(@Nullable Stamp there, Object task) {
    Object other = there == null ? null : there.get();
    return other == null || other == task;
  }

  private static int first(Object task) {
    return (System.identityHashCode(task) * SPREAD) >>> SHIFT;
  }

  /** One time; the task may go. */
  private static final class Stamp extends WeakReference<Object> {
    final long nanos;

    Stamp(Object task, long nanos) {
      super(task);
      this.nanos = nanos;
    }
  }
}
