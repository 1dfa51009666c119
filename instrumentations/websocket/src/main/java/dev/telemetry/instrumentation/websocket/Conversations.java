package dev.telemetry.instrumentation.websocket;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Collection;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * The conversations by the container's objects: by identity, and held weakly, because a container
 * may lose one without a word, and speak of one that is closed. A conversation must not refer to
 * its object. Thread-safe.
 */
final class Conversations {
  private final ConcurrentMap<Object, Conversation> all = new ConcurrentHashMap<>();
  private final ReferenceQueue<Object> gone = new ReferenceQueue<>();

  /** Returns the conversation of an object; null where it has none. */
  @Nullable Conversation of(Object session) {
    return all.get(new Wanted(session));
  }

  /**
   * Keeps a conversation; where the object has one, that one stays.
   *
   * @return the one that the object has now
   */
  Conversation put(Object session, Conversation conversation) {
    Conversation there = all.putIfAbsent(new Kept(session, gone), conversation);
    return there == null ? conversation : there;
  }

  /** Returns one whose object is gone, and forgets it; null where there is none. */
  @Nullable Conversation takeLost() {
    Reference<?> lost = gone.poll();
    while (lost != null) {
      Conversation conversation = all.remove(lost);
      if (conversation != null) {
        return conversation;
      }
      lost = gone.poll();
    }
    return null;
  }

  /** Returns all of them, as they are while somebody looks. */
  Collection<Conversation> all() {
    return all.values();
  }

  private static final class Kept extends WeakReference<Object> {
    private final int hash;

    Kept(Object session, ReferenceQueue<Object> queue) {
      super(session, queue);
      hash = System.identityHashCode(session);
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return this == other || (other instanceof Kept && isOf(((Kept) other).get()));
    }

    boolean isOf(@Nullable Object session) {
      return session != null && session == get();
    }
  }

  /** Equal to what is kept for an object, and cheaper than that. */
  private static final class Wanted {
    private final Object session;

    Wanted(Object session) {
      this.session = session;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(session);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Kept && ((Kept) other).isOf(session);
    }
  }
}
