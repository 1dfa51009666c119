package dev.telemetry.benchmarks.start;

/** What is measured of a start, as files and the page name it. */
public final class StartMeasures {
  /** Processor time until the first 200. */
  public static final String CPU = "cpu_s";

  /** Time until the first 200. */
  public static final String WALL = "wall_s";

  /** Classes loaded until the first 200. */
  public static final String CLASSES = "classes";

  /** Those of them that came out of an archive. */
  public static final String SHARED = "classes_shared";

  /** Java threads of an idle process. */
  public static final String THREADS = "threads_idle";

  /** Memory of an idle process. */
  public static final String MEMORY = "resident_mb_idle";

  /** Classes loaded by an idle process. */
  public static final String CLASSES_IDLE = "classes_idle";

  /** Size of the agent's jar. */
  public static final String JAR = "jar_mb";

  private StartMeasures() {}
}
