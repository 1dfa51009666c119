package dev.telemetry.instrumentation.httpclient.call;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Calls that go on after the thread that began them has left, by the library's object that will
 * tell their end. By identity, and held weakly: a call whose object is gone can't be told any more,
 * and is ended here, when the next call begins or ends. Thread-safe.
 */
public final class OpenCalls {
  private final ConcurrentMap<Key, Call> calls = new ConcurrentHashMap<>();
  private final ReferenceQueue<Object> gone = new ReferenceQueue<>();

  /** Begins empty. */
  public OpenCalls() {}

  /** Keeps a call, which must not refer to the object. */
  public void put(Object object, Call call) {
    endUnreachable();
    calls.put(new Key(object, gone), call);
  }

  /** Returns the call of an object; null where there is none. */
  public @Nullable Call get(Object object) {
    return calls.get(new Key(object, null));
  }

  /** Returns the call of an object and forgets it; null where there is none. */
  public @Nullable Call take(Object object) {
    endUnreachable();
    return calls.isEmpty() ? null : calls.remove(new Key(object, null));
  }

  private void endUnreachable() {
    for (Reference<?> key = gone.poll(); key != null; key = gone.poll()) {
      Call call = calls.remove(key);
      if (call != null) {
        call.unreachable();
      }
    }
  }

  private static final class Key extends WeakReference<Object> {
    private final int hash;

    Key(Object object, @Nullable ReferenceQueue<Object> queue) {
      super(object, queue);
      hash = System.identityHashCode(object);
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return this == other || (other instanceof Key && isSame(((Key) other).get()));
    }

    private boolean isSame(@Nullable Object other) {
      return other != null && other == get();
    }
  }
}
