package dev.telemetry.instrumentation.jdbc;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * State on objects of somebody else's, most of which live for a moment only. A new one is found
 * through a table and refers to its object; where another takes its place there, or at the next
 * {@link #age}, it goes to a {@link WeakMap} and refers to it no more. So one that is removed
 * before needs no entry, and no object is held for longer. Thread-safe; waits only where one is
 * moved.
 *
 * @param <K> compared by identity
 */
final class Attachments<K, V extends Attachment<K>> {
  private static final int PLACE_BITS = 8;
  static final int PLACES = 1 << PLACE_BITS;

  private final AtomicReferenceArray<@Nullable V> recent = new AtomicReferenceArray<>(PLACES);
  private final WeakMap<K, V> older;

  /**
   * Knows none yet.
   *
   * @param limit about the most that are remembered
   * @param lost is given, under a lock, each that was not removed and can be found no more
   */
  Attachments(int limit, Consumer<V> lost) {
    older = new WeakMap<>(limit, lost);
  }

  @Nullable V get(K key) {
    V near = recent.get(place(key));
    return near != null && near.subject() == key ? near : older.get(key);
  }

  /** Remembers what is remembered of nothing else, in place of what was of this. */
  void put(K key, V value) {
    value.attach(key);
    int place = place(key);
    V before;
    do {
      before = recent.get(place);
      if (before != null) {
        keep(before, key);
      }
    } while (!recent.compareAndSet(place, before, value));
    if (before != null) {
      before.detach();
    }
  }

  /** Remembers what is remembered of another object too. */
  void also(K key, V value) {
    if (get(key) != value) {
      older.put(key, value);
    }
  }

  void remove(K key) {
    int place = place(key);
    V near = recent.get(place);
    if (near != null && near.subject() == key) {
      leave(place, near);
    }
    older.remove(key);
  }

  /** Forgets one by itself; does nothing where it refers to its object no more. */
  void forget(V value) {
    K subject = value.subject();
    if (subject != null) {
      remove(subject);
    }
  }

  /** Lets go of objects that it refers to, and looks for those that were collected. */
  void age() {
    for (int place = 0; place < PLACES; place++) {
      V near = recent.get(place);
      if (near != null) {
        keep(near, null);
        leave(place, near);
      }
    }
    older.size();
  }

  /**
   * Sees to it that one can be found when its place is empty; where it is removed at that moment,
   * an entry stays until its object is collected.
   */
  private void keep(V near, @Nullable K butOf) {
    K subject = near.subject();
    if (subject != null && subject != butOf && !near.isOver()) {
      older.put(subject, near);
    }
  }

  private void leave(int place, V near) {
    if (recent.compareAndSet(place, near, null)) {
      near.detach();
    }
  }

  private static int place(Object key) {
    return (System.identityHashCode(key) * 0x9E3779B9) >>> (Integer.SIZE - PLACE_BITS);
  }
}
