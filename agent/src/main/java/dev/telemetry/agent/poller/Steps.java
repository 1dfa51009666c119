package dev.telemetry.agent.poller;

/** Turns a number that the VM counts from its start into steps, the first one from zero. */
final class Steps {
  private long before;

  /** Returns the step from the number before; -1 where the number is negative, thus unknown. */
  long to(long now) {
    if (now < 0) {
      return -1;
    }
    long step = Math.max(0, now - before);
    before = now;
    return step;
  }
}
