package dev.telemetry.agent.poller;

import dev.telemetry.bus.Event;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A measurement that may fail: after each failure in a row it is left out twice as long as before,
 * at most {@value #LONGEST_MINUTES} minutes, and nobody else is harmed. Not thread-safe.
 */
final class Retried {
  private static final int LONGEST_MINUTES = 5;
  private static final long LONGEST_PAUSE = TimeUnit.MINUTES.toNanos(LONGEST_MINUTES);
  private static final int MOST_DOUBLED = 16;

  private final Event event;
  private final Source source;
  private final PollFailures failures;
  private @Nullable PeriodicMeasurement measurement;
  private boolean absent;
  private int inARow;
  private long leftOutFrom;
  private long leftOutNanos;

  /** Makes a measurement when it is first due. */
  interface Source {

    /**
     * Makes the measurement of an event.
     *
     * @throws Exception where it can't; tried again later
     * @throws LinkageError where this VM can't at all
     */
    PeriodicMeasurement of(String event) throws Exception;
  }

  Retried(Event event, Source source, PollFailures failures) {
    this.event = event;
    this.source = source;
    this.failures = failures;
  }

  /**
   * Measures, unless nobody listens or a failure was too short a time ago.
   *
   * @param nanos {@link System#nanoTime()}
   * @param everyNanos the time between two calls
   */
  void measure(long nanos, long everyNanos) {
    if (absent || leftOut(nanos) || !event.enabled()) {
      return;
    }
    try {
      measurement().measure(event);
      inARow = 0;
    } catch (LinkageError missing) {
      absent = true;
      failures.absent(event.name(), missing);
    } catch (Throwable failure) {
      leaveOut(nanos, everyNanos);
      failures.failed(event.name(), failure, inARow);
    }
  }

  private PeriodicMeasurement measurement() throws Exception {
    PeriodicMeasurement made = measurement;
    if (made == null) {
      made = source.of(event.name());
      measurement = made;
    }
    return made;
  }

  private boolean leftOut(long nanos) {
    return inARow > 0 && nanos - leftOutFrom < leftOutNanos;
  }

  private void leaveOut(long nanos, long everyNanos) {
    inARow++;
    long pause = everyNanos << Math.min(inARow, MOST_DOUBLED);
    leftOutFrom = nanos;
    // half a turn less: turns are never quite that long
    leftOutNanos = Math.min(pause, Math.max(LONGEST_PAUSE, everyNanos)) - everyNanos / 2;
  }
}
