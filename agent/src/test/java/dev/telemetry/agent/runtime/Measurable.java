package dev.telemetry.agent.runtime;

import dev.telemetry.Measured;

/** An application's class that is woven. */
final class Measurable {
  @Measured
  void sell() {}
}
