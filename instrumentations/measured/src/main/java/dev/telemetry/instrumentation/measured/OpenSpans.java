package dev.telemetry.instrumentation.measured;

import org.jspecify.annotations.Nullable;

/**
 * A part of the open spans of one name, by their keys and in the order of their opening. Bounded;
 * spans that are over are used again, so that opening and closing needs no new object. Thread-safe.
 */
final class OpenSpans {
  static final int LIMIT = 1024;

  private final @Nullable OpenSpan[] chains = new @Nullable OpenSpan[LIMIT / 4];
  private @Nullable OpenSpan oldest;
  private @Nullable OpenSpan newest;
  private @Nullable OpenSpan spare;
  private int size;

  /** Returns a span that nobody else has. */
  synchronized OpenSpan take() {
    OpenSpan taken = spare;
    if (taken == null) {
      return new OpenSpan();
    }
    spare = taken.next;
    taken.next = null;
    return taken;
  }

  /**
   * Puts a span in that has begun; its method is still running.
   *
   * @return what has to go for it, the former of its key or the oldest; null for none
   */
  synchronized @Nullable OpenSpan put(OpenSpan span, Object key, int hash) {
    OpenSpan out = find(key, hash);
    if (out == null && size == LIMIT) {
      out = oldest;
    }
    if (out != null) {
      unlink(out);
    }
    span.key = key;
    span.hash = hash;
    span.isOpening = true;
    span.isOver = false;
    link(span);
    return out;
  }

  /** Takes out what is open for a key; null for none. */
  synchronized @Nullable OpenSpan remove(Object key, int hash) {
    OpenSpan found = find(key, hash);
    if (found != null) {
      unlink(found);
    }
    return found;
  }

  /** Takes out the oldest span where it began before a time. */
  synchronized @Nullable OpenSpan removeBefore(long nanos) {
    OpenSpan first = oldest;
    if (first == null || first.start - nanos >= 0) {
      return null;
    }
    unlink(first);
    return first;
  }

  /**
   * The method that opened a span is left.
   *
   * @return whether it threw and the span was still open, which is then taken out
   */
  synchronized boolean opened(OpenSpan span, boolean thrown) {
    span.isOpening = false;
    if (span.isOver) {
      recycle(span);
      return false;
    }
    if (thrown && span.isIn) {
      unlink(span);
      return true;
    }
    return false;
  }

  /** A span that was taken out has ended. */
  synchronized void over(OpenSpan span) {
    span.isOver = true;
    if (!span.isOpening) {
      recycle(span);
    }
  }

  synchronized boolean isEmpty() {
    return size == 0;
  }

  private void recycle(OpenSpan span) {
    span.forget();
    span.next = spare;
    spare = span;
  }

  private @Nullable OpenSpan find(Object key, int hash) {
    OpenSpan span = chains[hash & (chains.length - 1)];
    while (span != null && !(span.hash == hash && key.equals(span.key))) {
      span = span.next;
    }
    return span;
  }

  private void link(OpenSpan span) {
    int chain = span.hash & (chains.length - 1);
    span.next = chains[chain];
    chains[chain] = span;
    span.older = newest;
    if (newest == null) {
      oldest = span;
    } else {
      newest.newer = span;
    }
    newest = span;
    span.isIn = true;
    size++;
  }

  private void unlink(OpenSpan span) {
    unchain(span);
    if (span.older == null) {
      oldest = span.newer;
    } else {
      span.older.newer = span.newer;
    }
    if (span.newer == null) {
      newest = span.older;
    } else {
      span.newer.older = span.older;
    }
    span.older = null;
    span.newer = null;
    span.isIn = false;
    size--;
  }

  private void unchain(OpenSpan out) {
    int chain = out.hash & (chains.length - 1);
    OpenSpan span = chains[chain];
    if (span == out) {
      chains[chain] = out.next;
    }
    while (span != null && span.next != out) {
      span = span.next;
    }
    if (span != null) {
      span.next = out.next;
    }
    out.next = null;
  }
}
