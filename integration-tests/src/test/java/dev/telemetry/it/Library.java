package dev.telemetry.it;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The application {@code example.library}: open to visitors, under the agent or without it. */
final class Library implements AutoCloseable {
  /** The route of every page, and what is answered elsewhere. */
  static final String ROUTE = "/pages/*";

  private static final Pattern THREAD = Pattern.compile("(?m)^\"(telemetry-[^\"]+)\"");

  private final int java;
  private final RunningProcess process;
  private final int port;
  private final String pid;

  private Library(int java, RunningProcess process) {
    this.java = java;
    this.process = process;
    Matcher open = process.awaitOutput("open at (\\d+) as (\\d+)@");
    port = Integer.parseInt(open.group(1));
    pid = open.group(2);
  }

  /** The application, not started yet. */
  static ForkedJvm on(int java) {
    return on(java, libraries()).program("example.library.Main");
  }

  /** The application in a VM of which something could not be measured. */
  static ForkedJvm troubledOn(int java) {
    Path[] needed = Programs.all(Artifacts.api(), Programs.all(jar(), libraries()));
    Path troubled = Programs.jar("troubled", needed);
    return on(java, Programs.all(troubled, needed)).program("example.troubled.Main");
  }

  private static ForkedJvm on(int java, Path... classPath) {
    return ForkedJvm.on(java).classPath(Programs.all(jar(), classPath)).flags("-Xmx256m");
  }

  private static Path jar() {
    return Programs.jar("library", libraries());
  }

  private static Path[] libraries() {
    return new Path[] {
      Artifacts.library("tomcat-embed-core"),
      Artifacts.library("tomcat-annotations-api"),
      Artifacts.library("h2")
    };
  }

  /** Starts it and waits until it is open. */
  static Library open(int java, ForkedJvm jvm) {
    RunningProcess process = jvm.start();
    try {
      return new Library(java, process);
    } catch (RuntimeException | AssertionError notOpen) {
      process.close();
      throw notOpen;
    }
  }

  Visitor visitor() {
    return new Visitor(port);
  }

  /** Waits until its agent has nothing left to do of its start. */
  void awaitStarted() {
    process.awaitOutput("after 10 s");
  }

  /** The port of its agent, once that is told; where it is the usual one it never is. */
  int agentPort() {
    return Integer.parseInt(process.awaitOutput("listening at http://[^ ]+:(\\d+)").group(1));
  }

  /** Waits until it or its agent has said what matches, and returns the match. */
  Matcher awaitSaid(String regex) {
    return process.awaitOutput(regex);
  }

  /** Its number, for those who look at it from outside. */
  String pid() {
    return pid;
  }

  /** What its agent has said so far that begins like this. */
  List<String> told(String beginning) {
    String whole = "telemetry: " + beginning;
    return process.stderr().lines().filter(line -> line.startsWith(whole)).toList();
  }

  /** The names of the agent's threads, sorted. */
  List<String> agentThreads() {
    return THREAD
        .matcher(jcmd("Thread.print"))
        .results()
        .map(each -> each.group(1))
        .sorted()
        .toList();
  }

  /** What is alive on its heap, after a full collection. */
  ClassHistogram histogram() {
    return ClassHistogram.parse(jcmd("GC.class_histogram"));
  }

  /** Ends it in order. */
  Outcome end() {
    return process.terminate();
  }

  @Override
  public void close() {
    process.close();
  }

  private String jcmd(String command) {
    return JavaHome.of(java).jcmd(pid, command);
  }
}
