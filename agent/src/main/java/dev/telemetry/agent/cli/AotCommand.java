package dev.telemetry.agent.cli;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/** {@code aot -- COMMAND LINE}: says how an application starts from a cache of its classes. */
final class AotCommand {
  private static final int OK = 0;
  private static final int FAILED = 1;
  private static final int MISUSED = 2;
  private static final String USAGE =
      String.join(
          System.lineSeparator(),
          "usage: java -jar telemetry-agent.jar aot -- COMMAND LINE",
          "",
          "Prints two commands: one that lets the JVM write down what the application loads (an AOT",
          "cache from Java 25 on, an AppCDS archive from 13 on), and one that starts the application",
          "from that, under the agent. Starts nothing but COMMAND's 'java -version'.",
          "",
          "  COMMAND LINE  as the application is started today: java [options] -jar app.jar ...",
          "  -h, --help    prints this");

  private final PrintStream out;

  private AotCommand(PrintStream out) {
    this.out = out;
  }

  static int run(List<String> args, PrintStream out, PrintStream err) {
    if (isHelp(args.isEmpty() ? "" : args.get(0))) {
      out.println(USAGE);
      return OK;
    }
    if (args.size() < 2 || !args.get(0).equals("--")) {
      err.println("aot: expected -- and a command line");
      err.println(USAGE);
      return MISUSED;
    }
    try {
      return new AotCommand(out).run(JavaCommand.parse(args.subList(1, args.size())), err);
    } catch (IllegalArgumentException wrong) {
      err.println("aot: " + wrong.getMessage());
      err.println(USAGE);
      return MISUSED;
    }
  }

  private static boolean isHelp(String argument) {
    return argument.equals("--help") || argument.equals("-h");
  }

  private int run(JavaCommand command, PrintStream err) {
    int version;
    try {
      version = JavaVersion.of(command.java());
    } catch (IOException failure) {
      err.println("aot: " + failure.getMessage() + ", expected the java of the application");
      return FAILED;
    }
    ClassCache cache = ClassCache.of(version);
    if (cache == null) {
      err.println("aot: " + command.java() + " is Java " + version + ", expected 13 or newer");
      return FAILED;
    }
    print(unpacked(command), cache);
    return OK;
  }

  private void print(JavaCommand command, ClassCache cache) {
    out.println(
        "# For each build of the application, and each JDK, let it do what is typical, then");
    out.println("# end it in order:");
    out.println(cache.training(command));
    out.println("# From then on:");
    out.println(cache.using(underAgent(command)));
  }

  /** A JVM can't write down classes of jars within a jar. */
  private JavaCommand unpacked(JavaCommand command) {
    String jar = command.jar();
    if (jar == null || !hasJarsInside(jar)) {
      return command;
    }
    File file = new File(jar);
    String folder = file.getName().replaceFirst("\\.jar$", "") + "-unpacked";
    JavaCommand extract =
        JavaCommand.parse(
            Arrays.asList(
                command.java(),
                "-Djarmode=tools",
                "-jar",
                jar,
                "extract",
                "--destination",
                folder));
    out.println(
        "# Its libraries are jars within its jar, where a JVM finds no class to write down:");
    out.println(extract);
    return command.withJar(folder + "/" + file.getName());
  }

  private static boolean hasJarsInside(String jar) {
    try (JarFile file = new JarFile(jar)) {
      @Nullable Manifest manifest = file.getManifest();
      return manifest != null && manifest.getMainAttributes().getValue("Spring-Boot-Lib") != null;
    } catch (IOException unreadable) {
      return false; // the JVM will say so
    }
  }

  private static JavaCommand underAgent(JavaCommand command) {
    boolean measured = command.has(option -> option.matches("-javaagent:.*telemetry-agent[^/]*"));
    return measured ? command : command.with("-javaagent:" + ownJar());
  }

  /** Started by {@code -jar}, a JVM has that file for its class path. */
  private static String ownJar() {
    return new File(System.getProperty("java.class.path")).getAbsolutePath();
  }
}
