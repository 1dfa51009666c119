package dev.telemetry.agent;

import dev.telemetry.agent.boot.Boot;
import java.lang.instrument.Instrumentation;

/**
 * What the JVM starts: {@code -javaagent:telemetry-agent.jar[=FILE]}, an attach, or {@code java
 * -jar telemetry-agent.jar COMMAND}.
 *
 * <p>JDK types only, no logging, no files beyond the jar, no network; whatever goes wrong stays
 * here, because what escapes {@code premain} aborts the JVM.
 */
public final class TelemetryAgent {
  private TelemetryAgent() {}

  /**
   * Called by the JVM before the application's main class.
   *
   * @param argument the configuration file; null or empty for none
   * @param jvm the JVM's handle
   */
  public static void premain(String argument, Instrumentation jvm) {
    Boot.start(argument, jvm);
  }

  /**
   * Called by the JVM when the agent is attached to a running application.
   *
   * @param argument the configuration file; null or empty for none
   * @param jvm the JVM's handle
   */
  public static void agentmain(String argument, Instrumentation jvm) {
    Boot.start(argument, jvm);
  }

  /**
   * Runs a command of the jar.
   *
   * @param arguments the command and what belongs to it
   */
  public static void main(String[] arguments) throws Exception {
    System.exit(Boot.command(arguments));
  }
}
