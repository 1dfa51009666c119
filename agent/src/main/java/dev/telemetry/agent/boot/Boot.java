package dev.telemetry.agent.boot;

import java.io.File;
import java.io.PrintStream;
import java.lang.instrument.Instrumentation;
import java.net.URISyntaxException;
import java.security.CodeSource;

/** Makes the agent's loader and hands over to what it holds. */
public final class Boot {
  private static final String START = "dev.telemetry.agent.runtime.AgentStart";
  private static final String COMMANDS = "dev.telemetry.agent.cli.Main";

  private Boot() {}

  /**
   * Starts the agent; whatever fails is one line on stderr and the application goes on without it.
   *
   * @param argument the configuration file; null or empty for none
   */
  public static void start(String argument, Instrumentation jvm) {
    try {
      if (!Surroundings.allow()) {
        return;
      }
      File jar = jarFile();
      ApplicationClassPath.hide(jar);
      new AgentClassLoader(jar)
          .loadClass(START)
          .getMethod("start", String.class, Instrumentation.class)
          .invoke(null, argument, jvm);
    } catch (Throwable failure) {
      report(failure);
    }
  }

  /**
   * Runs a command.
   *
   * @return the exit code
   */
  public static int command(String[] arguments) throws Exception {
    return (int)
        new CommandClassLoader(jarFile())
            .loadClass(COMMANDS)
            .getMethod("run", String[].class, PrintStream.class, PrintStream.class)
            .invoke(null, arguments, System.out, System.err);
  }

  private static File jarFile() throws URISyntaxException {
    CodeSource source = Boot.class.getProtectionDomain().getCodeSource();
    return new File(source.getLocation().toURI());
  }

  private static void report(Throwable failure) {
    try {
      System.err.println(Refusal.describe(failure));
    } catch (Throwable ignored) {
      // not even stderr: the application still goes on
    }
  }
}
