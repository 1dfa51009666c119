package dev.telemetry.agent.report.otlp;

import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * When to try again after a failure: after a second, then twice as long each time, at most a
 * minute; half more or less by chance, so that many senders do not come at once. Used by one
 * thread.
 */
final class Backoff {
  private static final long FIRST = TimeUnit.SECONDS.toNanos(1);
  private static final long LONGEST = TimeUnit.MINUTES.toNanos(1);

  private final DoubleSupplier chance;
  private final LongSupplier nanoTime;
  private int failures;
  private long until;

  /**
   * Takes its clock.
   *
   * @param chance gives numbers from 0 to 1
   * @param nanoTime {@link System#nanoTime()}
   */
  Backoff(DoubleSupplier chance, LongSupplier nanoTime) {
    this.chance = chance;
    this.nanoTime = nanoTime;
  }

  /**
   * Puts the next attempt off, from now on: the one that failed may have taken long itself.
   *
   * @param least nanoseconds, as the server wants it; 0 where it does not say
   */
  void failed(long least) {
    long usual = Math.min(LONGEST, FIRST << Math.min(failures, 10));
    failures++;
    long wait = (long) (usual * (0.5 + chance.getAsDouble()));
    long asked = least + (long) (least * chance.getAsDouble() / 10);
    until = nanoTime.getAsLong() + Math.max(wait, asked);
  }

  void succeeded() {
    failures = 0;
  }

  /** Returns when the next attempt is due, which else would be at {@code regular}. */
  long due(long regular) {
    return failures == 0 ? regular : until;
  }
}
