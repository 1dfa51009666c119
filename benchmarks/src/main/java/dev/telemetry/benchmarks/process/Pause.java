package dev.telemetry.benchmarks.process;

import java.time.Duration;

/** Waiting. */
public final class Pause {
  private Pause() {}

  /** Sleeps; an interrupt ends the program. */
  public static void of(Duration duration) {
    try {
      Thread.sleep(duration.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
