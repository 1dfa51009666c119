package dev.telemetry.instrumentation.measured;

import dev.telemetry.Metadata;
import dev.telemetry.bus.Bus;
import dev.telemetry.bus.Event;
import dev.telemetry.bus.Facts;
import dev.telemetry.bus.SpanEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The spans of one name that are opened by some methods and closed by others. Thread-safe.
 *
 * <p>At most {@link OpenSpans#LIMIT} times {@value #PARTS} are open at once, for at most five
 * minutes. What must go is told as the span's exception and counted.
 */
final class Pairs implements Facts {
  static final long LIMIT_NANOS = TimeUnit.MINUTES.toNanos(5);

  private static final int PART_BITS = 4;
  private static final int PARTS = 1 << PART_BITS;

  private final String name;
  private final SpanEvents events;
  private final Event unanswered;
  private final Sweeper sweeper;
  private final List<OpenSpans> parts = new ArrayList<>();

  Pairs(Bus bus, String name, Sweeper sweeper) {
    this.name = name;
    this.sweeper = sweeper;
    events = bus.span(name);
    unanswered = bus.event(MeasuredEvents.UNANSWERED);
    for (int i = 0; i < PARTS; i++) {
      parts.add(new OpenSpans());
    }
  }

  /** A method that opens is entered; null where nobody listens or its key is null. */
  @Nullable OpenSpan open(
      Opening by, @Nullable Object first, @Nullable Object second, @Nullable Object third) {
    Object key = by.arguments.key(first, second, third);
    if (key == null || !events.enabled()) {
      return null;
    }
    int hash = hash(key);
    OpenSpans part = part(hash);
    OpenSpan span = part.take();
    span.begin(by, first, second, third);
    span.start = events.started(span);
    OpenSpan out = part.put(span, key, hash);
    if (out != null) {
      clear(part, out);
    }
    sweeper.wake();
    return span;
  }

  /** A method that opens is left. */
  void opened(OpenSpan span, @Nullable Throwable thrown) {
    if (part(span.hash).opened(span, thrown != null)) {
      close(span, thrown);
    }
  }

  /** A method that closes is entered: what it will close is nobody else's from now on. */
  @Nullable OpenSpan take(Object key) {
    int hash = hash(key);
    return part(hash).remove(key, hash);
  }

  /** A method that closes is left. */
  void close(OpenSpan span, @Nullable Throwable thrown) {
    events.ended(span.start, span, thrown);
    part(span.hash).over(span);
  }

  /**
   * Clears what has been open for too long.
   *
   * @return whether there is anything left
   */
  boolean sweep(long nowNanos) {
    boolean open = false;
    for (OpenSpans part : parts) {
      OpenSpan old = part.removeBefore(nowNanos - LIMIT_NANOS);
      while (old != null) {
        clear(part, old);
        old = part.removeBefore(nowNanos - LIMIT_NANOS);
      }
      open |= !part.isEmpty();
    }
    return open;
  }

  private void clear(OpenSpans part, OpenSpan span) {
    span.unanswered();
    events.exception().ended(span.start, System.nanoTime(), span, null);
    unanswered.single(this);
    part.over(span);
  }

  private OpenSpans part(int hash) {
    return parts.get(hash >>> (Integer.SIZE - PART_BITS));
  }

  private static int hash(Object key) {
    return key.hashCode() * 0x9E3779B9;
  }

  @Override
  public @Nullable Object get(String key) {
    return key.equals(MeasuredEvents.EVENT) ? name : null;
  }

  @Override
  public Metadata metadata() {
    return Metadata.of(MeasuredEvents.EVENT, name);
  }
}
