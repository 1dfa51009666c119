package dev.telemetry.benchmarks.timings;

import dev.telemetry.Measured;
import dev.telemetry.MeasuredTag;

/** A measured method; without the agent, a loop that does nothing. */
final class MeasuredTarget implements Target {
  private long calls;

  @Override
  public void record(String key) {
    timed(key);
  }

  @Measured(Timings.SPAN)
  void timed(@MeasuredTag("key") String key) {
    calls += key.length();
  }

  @Override
  public String toString() {
    return "called for " + calls;
  }
}
