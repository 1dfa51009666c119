package dev.telemetry;

import dev.telemetry.bus.Facts;
import dev.telemetry.bus.SpanEvents;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Work that has begun: its start is emitted, its end is still to come.
 *
 * <p>Ends once, on whatever thread; each later end is ignored. A span that began while nobody
 * listened emits nothing at its end either, so that listeners never see an end without a start.
 */
public final class Span {
  private final SpanEvents events;
  private final @Nullable Metadata metadata;
  private final long startNanos;
  private final AtomicBoolean ended = new AtomicBoolean();

  /** Measured work. */
  @FunctionalInterface
  public interface Body<T, X extends Throwable> {

    /** Does the work. */
    T run() throws X;
  }

  /** Measured work that may end its own span, to say more than that it returned. */
  @FunctionalInterface
  public interface EndingBody<T, X extends Throwable> {

    /**
     * Does the work.
     *
     * @param span stopped by the caller unless the body has done so
     */
    T run(Span span) throws X;
  }

  Span(SpanEvents events, Metadata metadata) {
    this.events = events;
    if (events.enabled()) {
      this.metadata = withContext(metadata);
      startNanos = events.started(Facts.of(Measurements.none(), this.metadata));
    } else {
      this.metadata = null;
      startNanos = 0;
    }
  }

  static <T, X extends Throwable> T run(SpanEvents events, Metadata metadata, EndingBody<T, X> body)
      throws X {
    Span span = new Span(events, metadata);
    T result;
    try {
      result = body.run(span);
    } catch (Throwable thrown) {
      span.exception(thrown);
      throw thrown;
    }
    span.stop();
    return result;
  }

  /** Ends with the metadata of the start; see {@link #stop(Measurements, Metadata)}. */
  public boolean stop() {
    return stop(Measurements.none(), Metadata.none());
  }

  /** Ends with metadata beyond that of the start; see {@link #stop(Measurements, Metadata)}. */
  public boolean stop(Metadata more) {
    return stop(Measurements.none(), more);
  }

  /**
   * Ends with the stop event.
   *
   * @param extra measurements beyond {@code duration} and {@code monotonic_time}, which it can't
   *     replace
   * @param more metadata beyond that of the start
   * @return false where the span had ended before
   */
  public boolean stop(Measurements extra, Metadata more) {
    return end(extra, more, null);
  }

  /**
   * Ends with the exception event.
   *
   * @param error what the work threw, not null
   * @return false where the span had ended before
   */
  public boolean exception(Throwable error) {
    return end(Measurements.none(), Metadata.none(), error);
  }

  private boolean end(Measurements extra, Metadata more, @Nullable Throwable error) {
    if (!ended.compareAndSet(false, true)) {
      return false;
    }
    if (metadata != null) {
      events.ended(startNanos, Facts.of(extra, metadata.with(more)), error);
    }
    return true;
  }

  /** The random source is the JDK's, so that ids stay apart over all copies of this class. */
  private static Metadata withContext(Metadata metadata) {
    if (metadata.get(TelemetryEvents.SPAN_CONTEXT) != null) {
      return metadata;
    }
    long id = ThreadLocalRandom.current().nextLong();
    return metadata.with(TelemetryEvents.SPAN_CONTEXT, Long.toHexString(id));
  }
}
