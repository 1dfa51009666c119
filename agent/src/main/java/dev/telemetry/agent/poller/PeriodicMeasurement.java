package dev.telemetry.agent.poller;

import dev.telemetry.bus.Event;

/** Something that is measured again and again. */
interface PeriodicMeasurement {

  /**
   * Measures and emits; on the poller's thread, while somebody listens.
   *
   * @throws Exception where it can't; tried again later
   * @throws LinkageError where this VM can't at all
   */
  void measure(Event event) throws Exception;
}
