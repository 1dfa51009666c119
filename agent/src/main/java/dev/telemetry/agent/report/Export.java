package dev.telemetry.agent.report;

import org.jspecify.annotations.Nullable;

/** What a {@link PeriodicReporter} does each time; always called on its one thread. */
public interface Export {

  /**
   * Sends what there is to be sent.
   *
   * @param nanos {@link System#nanoTime()} now
   * @throws Exception whatever hinders it; written to the log, and the next time comes all the same
   */
  void export(long nanos) throws Exception;

  /** Called once, before the first export is waited for. */
  default void begin() {}

  /**
   * Called once before {@link #begin} where the application runs already.
   *
   * @param before the export of the same reporter that has ended: this one goes on where that one
   *     stopped, so that nothing is told twice or not at all; null where there was none: what was
   *     counted before now is not told
   */
  default void follow(@Nullable Export before) {}

  /**
   * Returns when the next export is due; a flush comes at any time.
   *
   * @param regular when it would be due, in terms of {@link System#nanoTime()}
   */
  default long due(long regular) {
    return regular;
  }

  /**
   * Returns after how many nanoseconds between exports {@link #meanwhile} is called, again and
   * again; 0 for never.
   */
  default long meanwhileEvery() {
    return 0;
  }

  /**
   * Does what cannot wait for the next export.
   *
   * @throws Exception whatever hinders it, as {@link #export} does
   */
  default void meanwhile() throws Exception {}

  /** Gives back what it holds; the last call. */
  default void close() {}
}
