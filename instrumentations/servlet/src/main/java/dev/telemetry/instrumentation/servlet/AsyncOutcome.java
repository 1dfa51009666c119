package dev.telemetry.instrumentation.servlet;

import org.jspecify.annotations.Nullable;

/**
 * Is told what becomes of an asynchronous request, on whatever thread the container tells it.
 * Nothing it is told throws.
 */
public interface AsyncOutcome {

  /** The request is over; the last thing told. */
  void completed();

  /** Its time has run out; the application may still answer. */
  void timedOut();

  /**
   * It has failed; the application may still answer.
   *
   * @param failure null where the container does not tell
   */
  void failed(@Nullable Throwable failure);
}
