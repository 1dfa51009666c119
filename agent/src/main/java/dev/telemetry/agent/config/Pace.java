package dev.telemetry.agent.config;

/**
 * Reads a configuration in pieces while the application runs: done in one go, that takes a
 * processor for longer than a request should wait for one. For one thread.
 */
final class Pace {
  private static final int READINGS = 16;

  private int readings;

  /** Something was read; rests now and then. */
  void step() {
    readings++;
    if (readings == READINGS) {
      rest();
    }
  }

  /** Lets threads run that wait for this processor; costs next to nothing where none does. */
  @SuppressWarnings("ThreadPriorityCheck") // nothing but latency depends on the scheduler
  void rest() {
    readings = 0;
    Thread.yield();
  }
}
