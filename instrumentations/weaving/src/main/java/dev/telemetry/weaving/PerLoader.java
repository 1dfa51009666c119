package dev.telemetry.weaving;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One value for each class loader, gone with the loader. Thread-safe.
 *
 * <p>By identity: a loader's own {@code equals} and {@code hashCode} are the application's code and
 * have no business inside of the weaver. The value must not refer to the loader.
 */
final class PerLoader<V> {
  private final ConcurrentMap<Key, V> values = new ConcurrentHashMap<>();
  private final ReferenceQueue<ClassLoader> unloaded = new ReferenceQueue<>();
  private final Supplier<V> initial;

  /**
   * Starts empty.
   *
   * @param initial makes the value of a loader that is seen for the first time
   */
  PerLoader(Supplier<V> initial) {
    this.initial = initial;
  }

  V of(ClassLoader loader) {
    Key key = new Key(loader, unloaded);
    V found = values.get(key);
    if (found != null) {
      return found;
    }
    forgetUnloaded();
    V made = initial.get();
    V earlier = values.putIfAbsent(key, made);
    return earlier == null ? made : earlier;
  }

  /** Returns the value of a loader; null where {@link #of} was never asked for one. */
  @Nullable V known(ClassLoader loader) {
    return values.get(new Key(loader, null));
  }

  int size() {
    forgetUnloaded();
    return values.size();
  }

  private void forgetUnloaded() {
    for (Reference<?> key = unloaded.poll(); key != null; key = unloaded.poll()) {
      values.remove(key);
    }
  }

  private static final class Key extends WeakReference<ClassLoader> {
    private final int hash;

    Key(ClassLoader loader, @Nullable ReferenceQueue<ClassLoader> queue) {
      super(loader, queue);
      this.hash = System.identityHashCode(loader);
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return this == other || (other instanceof Key && isSame(((Key) other).get()));
    }

    private boolean isSame(@Nullable ClassLoader other) {
      return other != null && other == get();
    }
  }
}
