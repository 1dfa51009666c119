package dev.telemetry.bus;

import org.jspecify.annotations.Nullable;

/**
 * Receives the facts of one event before any view of them exists.
 *
 * <p>What binds metrics implements this; handlers are wrapped in one. Called on the emitting
 * thread, by many threads at once. Must not throw: {@link Event} contains what escapes, counts it
 * and goes on.
 */
public interface Subscriber {

  /**
   * An event that is no end of a span and has the measurements that its facts tell.
   *
   * @param facts valid during the call only
   */
  void single(Facts facts);

  /**
   * The start of a span: measurements {@code monotonic_time} and {@code system_time}.
   *
   * @param nanos {@link System#nanoTime()} at the start
   * @param facts valid during the call only
   */
  void started(long nanos, Facts facts);

  /**
   * The stop or exception of a span: measurements {@code duration} and {@code monotonic_time}.
   *
   * @param startNanos {@link System#nanoTime()} at the start
   * @param endNanos {@link System#nanoTime()} at the end
   * @param facts valid during the call only
   * @param error what was thrown; null for a stop
   */
  void ended(long startNanos, long endNanos, Facts facts, @Nullable Throwable error);
}
