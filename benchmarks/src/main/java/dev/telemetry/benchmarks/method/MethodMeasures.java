package dev.telemetry.benchmarks.method;

/** What is measured of a call, as files and the page name it. */
public final class MethodMeasures {
  /** Time of one call. */
  public static final String TIME = "ns_per_call";

  /** What it allocates. */
  public static final String ALLOCATED = "bytes_per_call";

  private MethodMeasures() {}
}
