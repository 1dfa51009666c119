package dev.telemetry.instrumentation.jdbc;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * State on objects that belong to somebody else: keys are compared by identity and held weakly, so
 * they can be collected and are never asked for {@code equals}. Values must not refer to their key.
 * Thread-safe; looking up takes no lock and allocates nothing.
 *
 * <p>Bounded: beyond its limit a new entry takes the place of one that was looked up at most once,
 * or is not stored. So an entry that is used again and again stays, however many others come and go
 * between two collections.
 */
final class WeakMap<K, V> {
  private static final int SEGMENT_BITS = 4;

  private final List<Segment<K, V>> segments = new ArrayList<>();

  /**
   * Makes an empty map.
   *
   * @param limit about the most entries held
   */
  WeakMap(int limit) {
    this(limit, value -> {});
  }

  /**
   * Makes an empty map that tells what it loses.
   *
   * @param lost is given, under a lock, each value that was not removed and can be found no more
   */
  WeakMap(int limit, Consumer<V> lost) {
    for (int i = 0; i < 1 << SEGMENT_BITS; i++) {
      segments.add(new Segment<>(Math.max(1, limit >> SEGMENT_BITS), lost));
    }
  }

  @Nullable V get(K key) {
    int hash = hash(key);
    Entry<K, V> found = segment(hash).find(key, hash);
    return found == null ? null : found.read();
  }

  void put(K key, V value) {
    int hash = hash(key);
    segment(hash).put(key, hash, value);
  }

  @Nullable V remove(K key) {
    int hash = hash(key);
    Segment<K, V> segment = segment(hash);
    return segment.find(key, hash) == null ? null : segment.remove(key, hash);
  }

  /** Returns the number of entries whose keys are not known to be collected. */
  int size() {
    int size = 0;
    for (Segment<K, V> segment : segments) {
      size += segment.size();
    }
    return size;
  }

  private Segment<K, V> segment(int hash) {
    return segments.get(hash >>> (Integer.SIZE - SEGMENT_BITS));
  }

  private static int hash(Object key) {
    return System.identityHashCode(key) * 0x9E3779B9;
  }

  /** One entry of a chain. A chain is changed at its head or by leaving an entry out. */
  private static final class Entry<K, V> extends WeakReference<K> {
    private static final int USED_AGAIN = 2;

    private final int hash;
    private volatile V value;
    private volatile @Nullable Entry<K, V> next;

    /** Not exact: two threads may count as one. */
    private int reads;

    Entry(K key, ReferenceQueue<K> collected, int hash, V value) {
      super(key, collected);
      this.hash = hash;
      this.value = value;
    }

    V read() {
      if (reads < USED_AGAIN) {
        reads++;
      }
      return value;
    }
  }

  private static final class Segment<K, V> {
    private static final int SMALLEST = 8;
    private static final int BUCKETS_TO_TRY = 8;

    private final int limit;
    private final ReferenceQueue<K> collected = new ReferenceQueue<>();
    private volatile AtomicReferenceArray<@Nullable Entry<K, V>> table =
        new AtomicReferenceArray<>(SMALLEST);
    private final Consumer<V> lost;
    private int size;

    Segment(int limit, Consumer<V> lost) {
      this.limit = limit;
      this.lost = lost;
    }

    @Nullable Entry<K, V> find(K key, int hash) {
      AtomicReferenceArray<@Nullable Entry<K, V>> now = table;
      Entry<K, V> entry = now.get(hash & (now.length() - 1));
      while (entry != null && entry.get() != key) {
        entry = entry.next;
      }
      return entry;
    }

    synchronized void put(K key, int hash, V value) {
      expunge();
      Entry<K, V> found = find(key, hash);
      if (found != null) {
        found.value = value;
      } else if (size < limit || makeRoom(hash)) {
        growIfFull();
        add(table, new Entry<>(key, collected, hash, value));
        size++;
      } else {
        lost.accept(value);
      }
    }

    synchronized @Nullable V remove(K key, int hash) {
      expunge();
      Entry<K, V> found = find(key, hash);
      if (found == null) {
        return null;
      }
      unlink(found);
      return found.value;
    }

    synchronized int size() {
      expunge();
      return size;
    }

    private void expunge() {
      Reference<? extends K> dead = collected.poll();
      while (dead != null) {
        lose(dead);
        dead = collected.poll();
      }
    }

    @SuppressWarnings("unchecked") // only entries of this segment are told to its queue
    private void lose(Reference<? extends K> dead) {
      Entry<K, V> entry = (Entry<K, V>) dead;
      if (unlink(entry)) {
        lost.accept(entry.value);
      }
    }

    /** Takes an entry out; one that was copied meanwhile, or is out already, is not found. */
    private boolean unlink(Entry<?, ?> out) {
      int index = out.hash & (table.length() - 1);
      Entry<K, V> before = null;
      Entry<K, V> entry = table.get(index);
      while (entry != null && entry != out) {
        before = entry;
        entry = entry.next;
      }
      if (entry == null) {
        return false;
      }
      if (before == null) {
        table.set(index, entry.next);
      } else {
        before.next = entry.next;
      }
      size--;
      return true;
    }

    /** Takes out one entry near the hash that was hardly used, the oldest of its chain. */
    private boolean makeRoom(int hash) {
      for (int i = 0; i < BUCKETS_TO_TRY; i++) {
        Entry<K, V> out = null;
        Entry<K, V> entry = table.get((hash + i) & (table.length() - 1));
        while (entry != null) {
          out = entry.reads < Entry.USED_AGAIN ? entry : out;
          entry = entry.next;
        }
        if (out != null) {
          unlink(out);
          lost.accept(out.value);
          return true;
        }
      }
      return false;
    }

    /** Copies, because a look-up may be under way in the chains of the old table. */
    private void growIfFull() {
      AtomicReferenceArray<@Nullable Entry<K, V>> old = table;
      if (size < old.length() - old.length() / 4) {
        return;
      }
      AtomicReferenceArray<@Nullable Entry<K, V>> bigger =
          new AtomicReferenceArray<>(old.length() * 2);
      size = 0;
      for (int i = 0; i < old.length(); i++) {
        copy(old.get(i), bigger);
      }
      table = bigger;
    }

    private void copy(@Nullable Entry<K, V> chain, AtomicReferenceArray<@Nullable Entry<K, V>> to) {
      for (Entry<K, V> entry = chain; entry != null; entry = entry.next) {
        K key = entry.get();
        if (key != null) {
          Entry<K, V> copy = new Entry<>(key, collected, entry.hash, entry.value);
          copy.reads = entry.reads;
          add(to, copy);
          size++;
        } else {
          lost.accept(entry.value);
        }
      }
    }

    private void add(AtomicReferenceArray<@Nullable Entry<K, V>> to, Entry<K, V> entry) {
      int index = entry.hash & (to.length() - 1);
      entry.next = to.get(index);
      to.set(index, entry);
    }
  }
}
