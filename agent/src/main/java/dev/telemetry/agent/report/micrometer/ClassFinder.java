package dev.telemetry.agent.report.micrometer;

/** Finds classes of extensions. */
@FunctionalInterface
public interface ClassFinder {

  /**
   * Finds a class by its name.
   *
   * @throws ClassNotFoundException where there is none
   */
  Class<?> find(String name) throws ClassNotFoundException;
}
