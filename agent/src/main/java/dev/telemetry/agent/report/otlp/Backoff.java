package dev.telemetry.agent.report.otlp;

import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;

/**
 * When to try again after a failure: after a second, then twice as long each time, at most a
 * minute; half more or less by chance, so that many senders do not come at once. Used by one
 * thread.
 */
final class Backoff {
  private static final long FIRST = TimeUnit.SECONDS.toNanos(1);
  private static final long LONGEST = TimeUnit.MINUTES.toNanos(1);

  private final DoubleSupplier chance;
  private int failures;
  private long until;

  /** Takes what gives a number from 0 to 1. */
  Backoff(DoubleSupplier chance) {
    this.chance = chance;
  }

  /**
   * Puts the next attempt off.
   *
   * @param nanos {@link System#nanoTime()} now
   * @param least as the server wants it; 0 where it does not say
   */
  void failed(long nanos, long least) {
    long usual = Math.min(LONGEST, FIRST << Math.min(failures, 10));
    failures++;
    long wait = (long) (usual * (0.5 + chance.getAsDouble()));
    long asked = least + (long) (least * chance.getAsDouble() / 10);
    until = nanos + Math.max(wait, asked);
  }

  void succeeded() {
    failures = 0;
  }

  /** Returns when the next attempt is due, which else would be at {@code regular}. */
  long due(long regular) {
    return failures == 0 ? regular : until;
  }
}
