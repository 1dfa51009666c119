package dev.telemetry.instrumentation.websocket;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Collection;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a library's objects: by identity, and held weakly, because a library may lose
 * one without a word, and speak of one that is done with. What is known of an object must not refer
 * to it. Thread-safe.
 *
 * @param <T> what is known of one
 */
final class ByIdentity<T> {
  private final ConcurrentMap<Object, T> all = new ConcurrentHashMap<>();
  private final ReferenceQueue<Object> gone = new ReferenceQueue<>();

  /** Returns what is known of an object; null where nothing is. */
  @Nullable T of(Object object) {
    return all.get(new Wanted(object));
  }

  /**
   * Keeps what is known; where something is known of the object already, that stays.
   *
   * @return what is known of it now
   */
  T put(Object object, T known) {
    T there = all.putIfAbsent(new Kept(object, gone), known);
    return there == null ? known : there;
  }

  /** Forgets what is known of an object. */
  void remove(Object object) {
    all.remove(new Wanted(object));
  }

  /** Returns one whose object is gone, and forgets it; null where there is none. */
  @Nullable T takeLost() {
    Reference<?> lost = gone.poll();
    while (lost != null) {
      T known = all.remove(lost);
      if (known != null) {
        return known;
      }
      lost = gone.poll();
    }
    return null;
  }

  /** Returns all of them, as they are while somebody looks. */
  Collection<T> all() {
    return all.values();
  }

  private static final class Kept extends WeakReference<Object> {
    private final int hash;

    Kept(Object object, ReferenceQueue<Object> queue) {
      super(object, queue);
      hash = System.identityHashCode(object);
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return this == other || (other instanceof Kept && isOf(((Kept) other).get()));
    }

    boolean isOf(@Nullable Object object) {
      return object != null && object == get();
    }
  }

  /** Equal to what is kept for an object, and cheaper than that. */
  private static final class Wanted {
    private final Object object;

    Wanted(Object object) {
      this.object = object;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(object);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Kept && ((Kept) other).isOf(object);
    }
  }
}
