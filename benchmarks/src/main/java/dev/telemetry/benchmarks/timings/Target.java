package dev.telemetry.benchmarks.timings;

/** What takes a timing. */
interface Target {
  /**
   * Records one.
   *
   * @param key the value of its one tag
   */
  void record(String key);
}
