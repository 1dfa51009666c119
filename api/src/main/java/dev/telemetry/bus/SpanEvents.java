package dev.telemetry.bus;

import org.jspecify.annotations.Nullable;

/** The three events of a span by its prefix: {@code .start}, {@code .stop}, {@code .exception}. */
public final class SpanEvents {
  private final Event start;
  private final Event stop;
  private final Event exception;

  SpanEvents(Event start, Event stop, Event exception) {
    this.start = start;
    this.stop = stop;
    this.exception = exception;
  }

  /** Tells whether anybody listens to any of the three. */
  public boolean enabled() {
    return start.enabled() || stop.enabled() || exception.enabled();
  }

  /** Returns the first event. */
  public Event start() {
    return start;
  }

  /** Returns the event of a span that returned. */
  public Event stop() {
    return stop;
  }

  /** Returns the event of a span that threw. */
  public Event exception() {
    return exception;
  }

  /**
   * Emits the start.
   *
   * @return {@link System#nanoTime()} at the start, to be given to {@link #ended}
   */
  public long started(Facts facts) {
    long now = System.nanoTime();
    start.started(now, facts);
    return now;
  }

  /**
   * Emits the stop, or the exception where there is an error; the span's owner calls this once.
   *
   * @param startNanos what {@link #started} returned
   * @param error what the measured work threw; null where it returned
   */
  public void ended(long startNanos, Facts facts, @Nullable Throwable error) {
    long now = System.nanoTime();
    (error == null ? stop : exception).ended(startNanos, now, facts, error);
  }
}
