package dev.telemetry.poll;

/** Measures something and emits it as an event; called again and again, see {@link Poller}. */
@FunctionalInterface
public interface PeriodicMeasurement {

  /**
   * Measures once; never called again before it has returned. The thread belongs to the poller.
   *
   * @throws Exception where it can't; it is told and tried again
   */
  void measure() throws Exception;
}
