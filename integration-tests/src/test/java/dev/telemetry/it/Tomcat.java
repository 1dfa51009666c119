package dev.telemetry.it;

import dev.telemetry.instrumentation.testing.Skips;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * An unmodified Apache Tomcat as its zip has it, started by its own script, with a folder of its
 * own for configuration, applications and logs ({@code CATALINA_BASE}): loopback only, a free port.
 */
final class Tomcat {
  private final Path home;
  private final JavaHome java;
  private final Path base = ForkedJvm.workingFolder();
  private String options = "";

  /**
   * Prepares one that is not yet started.
   *
   * @param line such as {@code 9.0}
   * @param major the Java version
   */
  Tomcat(String line, int major) {
    home = unpacked(line);
    java = JavaHome.of(major);
    Trees.copy(home.resolve("conf"), base.resolve("conf"));
    for (String folder : List.of("logs", "temp", "webapps", "work")) {
      Trees.create(base.resolve(folder));
    }
    loopbackOnAFreePort();
  }

  /** With an application from its own zip. */
  Tomcat shipped(String application) {
    return application(application, home.resolve("webapps").resolve(application));
  }

  /** With an application from a folder. */
  Tomcat application(String name, Path folder) {
    Trees.copy(folder, base.resolve("webapps").resolve(name));
    return this;
  }

  /** Under the agent, with this {@code telemetry.yaml}. */
  Tomcat agent(String yaml) {
    Path config = Trees.write(base.resolve("telemetry.yaml"), yaml);
    options = "-javaagent:" + Artifacts.agent() + "=" + config;
    return this;
  }

  /** Starts it and waits until it serves. */
  RunningTomcat start() {
    ProcessBuilder builder =
        new ProcessBuilder("sh", home.resolve("bin/catalina.sh").toString(), "run")
            .directory(base.toFile());
    ForkedJvm.cleanEnvironment(builder.environment());
    builder.environment().put("JAVA_HOME", java.path().toString());
    builder.environment().put("CATALINA_HOME", home.toString());
    builder.environment().put("CATALINA_BASE", base.toString());
    builder.environment().put("CATALINA_OPTS", options);
    return RunningTomcat.of(RunningProcess.start(builder), this);
  }

  private void loopbackOnAFreePort() {
    Path file = base.resolve("conf/server.xml");
    String before = Trees.read(file);
    String after =
        before
            .replace("port=\"8005\"", "port=\"-1\"")
            .replaceFirst(
                "<Connector port=\"8080\"", "<Connector address=\"127.0.0.1\" port=\"0\"");
    Trees.write(file, after);
  }

  private static Path unpacked(String line) {
    Path folder = Artifacts.target().resolve("tomcats");
    try (Stream<Path> children = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
      List<Path> found =
          children
              .filter(child -> child.getFileName().toString().startsWith("apache-tomcat-" + line))
              .toList();
      if (found.isEmpty()) {
        Skips.leaveOut("no zip of Apache Tomcat " + line + " below " + folder);
      }
      return found.get(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * One that serves.
   *
   * @param process its process
   * @param tomcat what was started
   * @param root where it serves
   */
  record RunningTomcat(RunningProcess process, Tomcat tomcat, URI root) implements AutoCloseable {

    static RunningTomcat of(RunningProcess process, Tomcat tomcat) {
      String port = process.awaitOutput("(?s)-auto-\\d+-(\\d+)\"\\].*Server startup in").group(1);
      return new RunningTomcat(process, tomcat, URI.create("http://127.0.0.1:" + port));
    }

    /** Waits until it has no thread of that name any more. */
    void awaitEndOf(String thread) {
      String pid = Long.toString(process.pid());
      Waiting.until(
          RunningProcess.DEADLINE,
          () -> !tomcat.java.jcmd(pid, "Thread.print").contains('"' + thread + '"'),
          () -> thread + " has not ended");
    }

    /** Ends it in order; returns its own log files and both outputs. */
    ContainerLog stop() {
      return ContainerLog.of(tomcat.base.resolve("logs"), process.terminate());
    }

    @Override
    public void close() {
      process.close();
    }
  }
}
