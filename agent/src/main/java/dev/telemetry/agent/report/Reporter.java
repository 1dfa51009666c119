package dev.telemetry.agent.report;

import org.jspecify.annotations.Nullable;

/**
 * Sends series somewhere, for as long as the application runs.
 *
 * <p>Its work happens on threads of its own: daemons, named {@code telemetry-} and its name. It
 * never runs on, nor is waited for by, a thread that emits events. Whatever fails inside stays
 * inside: it is counted in {@link #deliveries()} and written to the log, and the next attempt is
 * made all the same. {@link PeriodicReporter} does all this for one that sends at intervals; one
 * that is asked instead adds a page to {@link ReporterContext#routes()} and has no thread.
 */
public interface Reporter {

  /** Returns the name: that of its package and of its key under {@code reporters}. */
  String name();

  /** Returns where it sends to, for people: {@code 127.0.0.1:8125, datadog}. */
  String destination();

  /** Begins; called once. Must neither wait for the network nor throw. */
  void start();

  /**
   * Begins, instead of {@link #start()}, while the application runs. This reporter was made before
   * the one that it follows was stopped.
   *
   * @param before the reporter of the same name that was stopped: this one goes on where that one
   *     ends; null where there was none: what was counted before now is not sent
   */
  void startAfter(@Nullable Reporter before);

  /**
   * Begins to send what is there now; never waits, so that a slow reporter holds up no other.
   *
   * @return what to give to {@link #awaitFlush}
   */
  long beginFlush();

  /**
   * Waits until what was there has been sent.
   *
   * @param flush as {@link #beginFlush} returned it
   * @param deadlineNanos the {@link System#nanoTime()} at which the caller goes on
   * @return whether it was done in time
   */
  boolean awaitFlush(long flush, long deadlineNanos);

  /** Sends now what is there, and waits for it, see {@link #awaitFlush}. */
  default boolean flush(long deadlineNanos) {
    return awaitFlush(beginFlush(), deadlineNanos);
  }

  /** Ends without a last report; called once, after {@link #start()}. Must not wait. */
  void stop();

  /** Returns what was sent and lost since the start; the same object each time. */
  Deliveries deliveries();
}
