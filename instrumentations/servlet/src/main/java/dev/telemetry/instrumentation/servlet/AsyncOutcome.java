package dev.telemetry.instrumentation.servlet;

import org.jspecify.annotations.Nullable;

/**
 * Is told what becomes of an asynchronous request, on whatever thread the container tells it.
 * Nothing it is told throws.
 */
public interface AsyncOutcome {

  /** The request is over. */
  void completed();

  /** Its time has run out; the application may still answer. */
  void timedOut();

  /**
   * It has failed, which ends it: not every container tells any more afterwards.
   *
   * @param failure null where the container does not tell
   */
  void failed(@Nullable Throwable failure);
}
