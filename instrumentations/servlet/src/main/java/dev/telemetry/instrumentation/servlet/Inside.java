package dev.telemetry.instrumentation.servlet;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Which exchange a thread is inside of, as far as there is room; of others their requests tell.
 * Thread-safe, waits for nobody, and leaves nothing with a thread of the application's.
 */
final class Inside {
  private static final int PLACE_BITS = 7;

  /** References in a cache line, so that threads in different places do not disturb each other. */
  private static final int LINE = 16;

  private final AtomicReferenceArray<@Nullable Exchange> places =
      new AtomicReferenceArray<>(((1 << PLACE_BITS) + 1) * LINE);

  /** Returns the exchange that this thread is inside of; null where none is known. */
  @Nullable Exchange ofThread() {
    Thread thread = Thread.currentThread();
    Exchange there = places.get(place(thread));
    return there != null && there.isOn(thread) ? there : null;
  }

  /** This thread is inside of an exchange from now on; does nothing where there is no room. */
  void enter(Exchange exchange) {
    Thread thread = Thread.currentThread();
    int place = place(thread);
    if (places.get(place) == null) {
      exchange.on(thread);
      if (!places.compareAndSet(place, null, exchange)) {
        exchange.on(null);
      }
    }
  }

  /** This thread is inside of it no more; does nothing where it was not known to be. */
  void leave(Exchange exchange) {
    Thread thread = Thread.currentThread();
    if (exchange.isOn(thread)) {
      exchange.on(null);
      // an application's own thread may change its number: the place may be another's by now
      places.compareAndSet(place(thread), exchange, null);
    }
  }

  /** A line after the array's header, which every access reads. */
  private static int place(Thread thread) {
    int spread = ((int) thread.getId() * 0x9E3779B9) >>> (Integer.SIZE - PLACE_BITS);
    return (spread + 1) * LINE;
  }
}
