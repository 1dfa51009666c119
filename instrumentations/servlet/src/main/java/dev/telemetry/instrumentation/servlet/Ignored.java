package dev.telemetry.instrumentation.servlet;

import org.jspecify.annotations.Nullable;

/** A request that the settings leave out, whatever it is forwarded to. */
final class Ignored implements Passage, Dispatched {
  private boolean ended;

  @Override
  public boolean hasEnded() {
    return ended;
  }

  @Override
  public void left(@Nullable Throwable failure) {
    ended = true;
  }
}
