package dev.telemetry.benchmarks.timings;

/** What is measured of paced timings, as files and the page name it. */
public final class TimingMeasures {
  /** Processor time of the process for one timing, the empty loop included. */
  public static final String CPU = "cpu_us_per_timing";

  /** The same without what the empty loop of that round took. */
  public static final String ABOVE = "cpu_us_above_loop";

  /** How many of the timings did not arrive, of 100. */
  public static final String LOST = "lost_percent";

  private TimingMeasures() {}
}
