package dev.telemetry.agent.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A command line that starts a JVM: its options, and the application with what belongs to it.
 * Immutable.
 */
final class JavaCommand {
  private static final String JAR = "-jar";

  /** Options whose value is the next word, see {@code java --help}. */
  private static final Set<String> WITH_VALUE =
      new HashSet<>(
          Arrays.asList(
              "-cp",
              "-classpath",
              "--class-path",
              "-p",
              "--module-path",
              "--upgrade-module-path",
              "--add-modules",
              "--limit-modules",
              "--add-reads",
              "--add-exports",
              "--add-opens",
              "--patch-module",
              "--enable-native-access",
              "--source"));

  private final String java;
  private final List<String> options;
  private final List<String> application;

  private JavaCommand(String java, List<String> options, List<String> application) {
    this.java = java;
    this.options = options;
    this.application = application;
  }

  /**
   * Reads its words.
   *
   * @throws IllegalArgumentException where no JVM is started; its message is for people
   */
  static JavaCommand parse(List<String> words) {
    String java = words.isEmpty() ? "" : words.get(0);
    if (!java.matches("(.*[/\\\\])?java(w|\\.exe|w\\.exe)?")) {
      throw new IllegalArgumentException(
          "the command line begins with '" + Text.printable(java) + "', expected java or a path");
    }
    int at = 1;
    while (at < words.size() && isOption(words.get(at))) {
      at += WITH_VALUE.contains(words.get(at)) ? 2 : 1;
    }
    if (at >= words.size()) {
      throw new IllegalArgumentException(
          "the command line starts no application, expected -jar FILE or a main class");
    }
    return new JavaCommand(java, words.subList(1, at), words.subList(at, words.size()));
  }

  private static boolean isOption(String word) {
    boolean startsApplication = word.equals(JAR) || word.equals("-m") || word.equals("--module");
    return !startsApplication && (word.startsWith("-") || word.startsWith("@"));
  }

  /** Returns the program that starts the JVM. */
  String java() {
    return java;
  }

  /** Returns the file behind {@code -jar}; null where the application is started otherwise. */
  @Nullable String jar() {
    return application.get(0).equals(JAR) && application.size() > 1 ? application.get(1) : null;
  }

  /** Tells whether any option passes a test. */
  boolean has(Predicate<String> option) {
    return options.stream().anyMatch(option);
  }

  /** The same with another file behind {@code -jar}. */
  JavaCommand withJar(String file) {
    List<String> changed = new ArrayList<>(application);
    changed.set(1, file);
    return new JavaCommand(java, options, changed);
  }

  /** The same without the options that pass a test. */
  JavaCommand without(Predicate<String> unwanted) {
    List<String> left = new ArrayList<>(options);
    left.removeIf(unwanted);
    return new JavaCommand(java, left, application);
  }

  /** The same with options before those that there are. */
  JavaCommand with(String... first) {
    List<String> more = new ArrayList<>(Arrays.asList(first));
    more.addAll(options);
    return new JavaCommand(java, more, application);
  }

  /** Returns it as a POSIX shell takes it. */
  @Override
  public String toString() {
    StringBuilder line = new StringBuilder(quoted(java));
    options.forEach(word -> line.append(' ').append(quoted(word)));
    application.forEach(word -> line.append(' ').append(quoted(word)));
    return line.toString();
  }

  private static String quoted(String word) {
    return word.matches("[\\w@%+=:,./\\\\-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
