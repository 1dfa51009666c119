package dev.telemetry.agent.cli;

import dev.telemetry.agent.config.Config;
import dev.telemetry.agent.config.Reading;
import dev.telemetry.agent.settings.Installed;
import dev.telemetry.agent.settings.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code check [FILE]}: reads a configuration as the agent does, and starts nothing. */
final class CheckCommand {
  private static final int OK = 0;
  private static final int FAILED = 1;
  private static final int MISUSED = 2;
  private static final String EFFECTIVE = "--effective";
  private static final String USAGE =
      String.join(
          System.lineSeparator(),
          "usage: java -jar telemetry-agent.jar check [FILE] [--effective]",
          "",
          "Reads a configuration as the agent would, system properties and environment included,",
          "prints what is wrong as file:line:column: message, and ends with 1 where anything is.",
          "",
          "  FILE          what the agent would find unless given",
          "  --effective   prints every value that counts and where it comes from",
          "  --help        prints this");

  private CheckCommand() {}

  static int run(List<String> args, PrintStream out, PrintStream err) {
    if (args.contains("--help") || args.contains("-h")) {
      out.println(USAGE);
      return OK;
    }
    List<String> files = new ArrayList<>(args);
    boolean effective = files.removeAll(Collections.singleton(EFFECTIVE));
    String file = files.isEmpty() ? "" : files.get(0);
    if (files.size() > 1 || file.startsWith("-")) {
      String word = file.startsWith("-") ? file : files.get(1);
      err.println("check: " + Words.unknown("option", word, Collections.singletonList(EFFECTIVE)));
      err.println(USAGE);
      return MISUSED;
    }
    return check(Config.load(file), effective ? out : null, err);
  }

  private static int check(Config config, @Nullable PrintStream effective, PrintStream err) {
    try {
      Settings.read(config, Installed.load(config));
    } catch (IOException | ReflectiveOperationException broken) {
      err.println("check: this jar is damaged: " + broken);
      return FAILED;
    }
    if (effective != null) {
      config.readings().all().forEach(reading -> print(reading, effective));
    }
    config.errors().messages().forEach(err::println);
    return config.errors().isEmpty() ? OK : FAILED;
  }

  private static void print(Reading reading, PrintStream out) {
    String value = reading.shown();
    if (value != null) {
      out.println(Text.printable(reading.path() + " = " + value) + "   # " + reading.source());
    }
  }
}
