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
    Path[] libraries = {
      Artifacts.library("tomcat-embed-core"),
      Artifacts.library("tomcat-annotations-api"),
      Artifacts.library("h2")
    };
    return ForkedJvm.on(java)
        .classPath(Programs.all(Programs.jar("library", libraries), libraries))
        .flags("-Xmx256m")
        .program("example.library.Main");
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
    return ForkedJvm.on(java).tool("jcmd").program(pid, command).run().stdout();
  }
}
