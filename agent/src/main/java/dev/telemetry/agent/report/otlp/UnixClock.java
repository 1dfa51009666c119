package dev.telemetry.agent.report.otlp;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Nanoseconds since 1970 that never go back, whatever is done to the system's clock. Used by one
 * thread.
 */
final class UnixClock {
  private final LongSupplier millis;
  private long last;

  /** Takes the system's clock. */
  UnixClock(LongSupplier millis) {
    this.millis = millis;
  }

  /** Returns a later time than ever before. */
  long next() {
    last = Math.max(last + 1, TimeUnit.MILLISECONDS.toNanos(millis.getAsLong()));
    return last;
  }
}
