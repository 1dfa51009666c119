package dev.telemetry.weaving;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.BooleanSupplier;

/** Waits, within bounds, for the garbage collector. */
final class Collected {
  private static final int ATTEMPTS = 200;

  private Collected() {}

  static void until(BooleanSupplier gone) {
    for (int i = 0; i < ATTEMPTS && !gone.getAsBoolean(); i++) {
      System.gc();
      pause();
    }
    assertThat(gone.getAsBoolean()).as("collected after %d attempts", ATTEMPTS).isTrue();
  }

  private static void pause() {
    try {
      Thread.sleep(10);
    } catch (InterruptedException end) {
      throw new AssertionError(end);
    }
  }
}
