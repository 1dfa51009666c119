package dev.telemetry.instrumentation.jdbc;

import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/** One pool of the application's, under a name that no other has; held weakly. Thread-safe. */
final class Pool {
  private final PoolKind kind;
  private final WeakReference<Object> source;
  private volatile @Nullable String name;
  private volatile @Nullable WeakReference<Object> numbers;
  private volatile boolean listed;

  Pool(PoolKind kind, Object source) {
    this.kind = kind;
    this.source = new WeakReference<>(source);
  }

  PoolKind kind() {
    return kind;
  }

  /** Returns its name; null before its first connection, where it has none before. */
  @Nullable String name() {
    return name;
  }

  void name(String unique) {
    name = unique;
  }

  /** Tells whether its numbers are told. */
  boolean isListed() {
    return listed;
  }

  void listed(boolean now) {
    listed = now;
  }

  /** It has given out a connection, so it can be asked. */
  void works(Object source) {
    Object known = numbers();
    if (known == null || kind.isClosed(known)) {
      numbers = new WeakReference<>(kind.numbers(source));
    }
  }

  /** Returns what tells its numbers; null where there is nothing yet or no more. */
  @Nullable Object numbers() {
    WeakReference<Object> known = numbers;
    return known == null ? null : known.get();
  }

  /** Tells whether nobody can take a connection out of it any more. */
  boolean isGone() {
    Object now = source.get();
    Object told = numbers();
    return now == null || (told != null && kind.isClosed(told));
  }
}
