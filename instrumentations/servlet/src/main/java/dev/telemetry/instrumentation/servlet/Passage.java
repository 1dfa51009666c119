package dev.telemetry.instrumentation.servlet;

import org.jspecify.annotations.Nullable;

/** What a request bears as an attribute from where it is first seen. */
interface Passage {

  /** Tells whether the request is over, so that a first dispatch means another request. */
  boolean hasEnded();

  /** The outermost call of a dispatch is left. */
  void left(@Nullable Throwable failure);
}
