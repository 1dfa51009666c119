package dev.telemetry.it;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what another process does, never longer than the deadline. */
final class Waiting {
  private static final int PAUSE_MILLIS = 20;

  private Waiting() {}

  /** Returns once the condition holds; fails with the message when it never does. */
  static void until(Duration deadline, BooleanSupplier condition, Supplier<String> otherwise) {
    long end = System.nanoTime() + deadline.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError(otherwise.get());
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
