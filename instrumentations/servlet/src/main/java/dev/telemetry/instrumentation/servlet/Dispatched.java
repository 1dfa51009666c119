package dev.telemetry.instrumentation.servlet;

import org.jspecify.annotations.Nullable;

/** Whose dispatch is under way. */
interface Dispatched {

  /** The outermost call of a dispatch is left. */
  void left(@Nullable Throwable failure);
}
