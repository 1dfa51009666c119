package dev.telemetry.instrumentation.jdbc;

import org.jspecify.annotations.Nullable;

/** What each thread is inside of: one operation, and one wait for a connection. */
final class Slots {
  /** The place of an operation. */
  static final int OPERATION = 0;

  /** The place of what waits for a connection or gives one back. */
  static final int CHECKOUT = 1;

  /** An array, so that what stays with an application's thread is of the JDK and empty. */
  @SuppressWarnings("ThreadLocalUsage") // one for each weaving, of which a JVM has one
  private final ThreadLocal<@Nullable Object[]> current = new ThreadLocal<>();

  /** Returns the places of this thread; whoever fills one empties it. */
  @Nullable Object[] ofThread() {
    @Nullable Object[] slots = current.get();
    if (slots == null) {
      slots = new Object[CHECKOUT + 1];
      current.set(slots);
    }
    return slots;
  }
}
