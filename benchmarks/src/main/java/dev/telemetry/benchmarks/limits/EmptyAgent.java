package dev.telemetry.benchmarks.limits;

/** Does nothing at all: the least that an agent can take. */
public final class EmptyAgent {
  private EmptyAgent() {}

  /** Called by the JVM. */
  public static void premain(String arguments) {}
}
