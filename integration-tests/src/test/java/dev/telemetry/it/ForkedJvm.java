package dev.telemetry.it;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a JVM is to be started, with or without the agent. */
final class ForkedJvm {
  private final JavaHome java;
  private final Path folder;
  private String tool = "java";
  private final List<String> flags = new ArrayList<>();
  private final List<String> program = new ArrayList<>();
  private final Map<String, String> environment = new TreeMap<>();

  private ForkedJvm(JavaHome java, Path folder) {
    this.java = java;
    this.folder = folder;
  }

  /** A JVM of that version, in a new folder of its own. */
  static ForkedJvm on(int major) {
    return new ForkedJvm(JavaHome.of(major), workingFolder());
  }

  /** Makes an empty folder below {@code target}. */
  static Path workingFolder() {
    try {
      Path parent = Files.createDirectories(Artifacts.target().resolve("runs"));
      return Files.createTempDirectory(parent, "run-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a child is not to inherit: it would change what the agent does. */
  static void cleanEnvironment(Map<String, String> environment) {
    environment
        .keySet()
        .removeIf(
            name ->
                name.matches("(TELEMETRY|DD|OTEL)_.*|CLASSPATH|JAVA_OPTS|.*JAVA_(TOOL_)?OPTIONS"));
  }

  /** Under the shipped agent, without a configuration. */
  ForkedJvm agent() {
    return flags("-javaagent:" + Artifacts.agent());
  }

  /** Under the shipped agent, with this {@code telemetry.yaml}. */
  ForkedJvm agent(String yaml) {
    return agent(Artifacts.agent(), yaml);
  }

  /** Under this agent, with this {@code telemetry.yaml}. */
  ForkedJvm agent(Path jar, String yaml) {
    return flags("-javaagent:" + jar + "=" + write("telemetry.yaml", yaml));
  }

  /** Another program of the JDK instead of {@code java}. */
  ForkedJvm tool(String name) {
    tool = name;
    return this;
  }

  ForkedJvm flags(String... more) {
    flags.addAll(List.of(more));
    return this;
  }

  ForkedJvm environment(String name, String value) {
    environment.put(name, value);
    return this;
  }

  ForkedJvm classPath(Path... entries) {
    return flags("-cp", path(entries));
  }

  /** Joins files as a class path. */
  static String path(Path... entries) {
    return Arrays.stream(entries)
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** The main class, or {@code -jar} and a file, or {@code -m} and a module; then arguments. */
  ForkedJvm program(String... words) {
    program.addAll(List.of(words));
    return this;
  }

  /** Its working folder. */
  Path folder() {
    return folder;
  }

  /** Writes a file into the working folder. */
  Path write(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The words that start it. */
  List<String> command() {
    return Stream.of(List.of(java.tool(tool).toString()), flags, program)
        .flatMap(List::stream)
        .toList();
  }

  RunningProcess start() {
    ProcessBuilder builder = new ProcessBuilder(command()).directory(folder.toFile());
    cleanEnvironment(builder.environment());
    builder.environment().putAll(environment);
    return RunningProcess.start(builder);
  }

  /** Starts it and waits for its end. */
  Outcome run() {
    try (RunningProcess process = start()) {
      return process.await();
    }
  }
}
