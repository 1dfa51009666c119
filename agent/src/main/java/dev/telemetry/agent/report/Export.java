package dev.telemetry.agent.report;

/** What a {@link PeriodicReporter} does each time; always called on its one thread. */
public interface Export {

  /**
   * Sends what there is to be sent.
   *
   * @param nanos {@link System#nanoTime()} now
   * @throws Exception whatever hinders it; written to the log, and the next time comes all the same
   */
  void export(long nanos) throws Exception;

  /** Gives back what it holds; the last call. */
  default void close() {}
}
