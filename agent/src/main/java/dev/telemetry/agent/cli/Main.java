package dev.telemetry.agent.cli;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the command that the first argument names, and runs it. */
public final class Main {
  private static final int OK = 0;
  private static final int MISUSED = 2;
  private static final List<String> COMMANDS =
      Arrays.asList("check", "listen", "aot", "--version", "--help");
  private static final String USAGE =
      String.join(
          System.lineSeparator(),
          "usage: java -jar telemetry-agent.jar COMMAND",
          "   or: java -javaagent:telemetry-agent.jar[=telemetry.yaml] -jar application.jar",
          "",
          "commands:",
          "  check [FILE]    tells what is wrong with a configuration; --effective: what it says",
          "  listen [PORT]   shows the StatsD lines that arrive, and their totals",
          "  aot -- COMMAND  how to start an application from a cache of its classes",
          "  --version       prints the version",
          "  --help          prints this; after a command, that command's options");

  private Main() {}

  /**
   * Runs one command to its end; {@code listen} ends when the JVM is told to stop.
   *
   * @param args the command and what belongs to it
   * @return the exit code: 0 where the command did its job, 1 where it could not, 2 where it was
   *     called wrongly
   */
  public static int run(String[] args, PrintStream out, PrintStream err) {
    String command = args.length == 0 ? "" : args[0];
    switch (command) {
      case "check":
        return CheckCommand.run(Arrays.asList(args).subList(1, args.length), out, err);
      case "listen":
        return ListenCommand.run(Arrays.asList(args).subList(1, args.length), out, err);
      case "aot":
        return AotCommand.run(Arrays.asList(args).subList(1, args.length), out, err);
      case "--version":
        out.println("telemetry-agent " + version());
        return OK;
      case "--help":
      case "-h":
        out.println(USAGE);
        return OK;
      default:
        err.println(Words.unknown("command", command, COMMANDS));
        err.println(USAGE);
        return MISUSED;
    }
  }

  private static String version() {
    @Nullable String version = Main.class.getPackage().getImplementationVersion();
    return version == null ? "(unpacked)" : version;
  }
}
