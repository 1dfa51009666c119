package dev.telemetry.benchmarks.timings;

/** Names that the program and its measurement share. */
final class Timings {
  /** What a measured method is called. */
  static final String SPAN = "benchmark.timing";

  /** The metric that all clients send. */
  static final String METRIC = SPAN + ".duration";

  /** Begins the program's line of results. */
  static final String RESULT = "measured: ";

  /** How often the program runs before what is measured: by then its compilers are done. */
  static final int WARM_UPS = 3;

  private Timings() {}
}
