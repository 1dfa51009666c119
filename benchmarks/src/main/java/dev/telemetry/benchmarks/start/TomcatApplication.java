package dev.telemetry.benchmarks.start;

import dev.telemetry.benchmarks.process.Jdk;
import dev.telemetry.benchmarks.process.Launch;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;

/**
 * An Apache Tomcat as its zip has it, with its own examples, as its own script starts it.
 *
 * @param jdk by which JDK it is started
 * @param home the unpacked zip
 */
record TomcatApplication(Jdk jdk, Path home) implements Application {

  static TomcatApplication below(Path servers, Jdk jdk) throws IOException {
    try (Stream<Path> children = Files.list(servers)) {
      Path home =
          children
              .filter(child -> child.getFileName().toString().startsWith("apache-tomcat-"))
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("no Tomcat below " + servers));
      return new TomcatApplication(jdk, home);
    }
  }

  @Override
  public String name() {
    return home.getFileName().toString().replace("apache-tomcat-", "Tomcat ")
        + " with its examples";
  }

  @Override
  public String path() {
    return "/examples/servlets/servlet/HelloWorldExample";
  }

  @Override
  public Launch launch(int port, Path folder) throws IOException {
    copy(home.resolve("conf"), folder.resolve("conf"));
    copy(home.resolve("webapps/examples"), folder.resolve("webapps/examples"));
    Files.createDirectories(folder.resolve("temp"));
    Path server = folder.resolve("conf/server.xml");
    String loopback = "<Connector address=\"127.0.0.1\" port=\"" + port + "\"";
    Files.writeString(
        server,
        Files.readString(server)
            .replace("port=\"8005\"", "port=\"-1\"")
            .replaceFirst("<Connector port=\"8080\"", loopback));
    return new Launch(
        jdk, flags(folder), List.of("org.apache.catalina.startup.Bootstrap", "start"));
  }

  /** Those of {@code catalina.sh run}, but for the script's own options for old reflection. */
  private List<String> flags(Path folder) {
    Path bin = home.resolve("bin");
    return List.of(
        "-Djava.util.logging.config.file=" + folder.resolve("conf/logging.properties"),
        "-Djava.util.logging.manager=org.apache.juli.ClassLoaderLogManager",
        "-Dcatalina.home=" + home,
        "-Dcatalina.base=" + folder,
        "-Djava.io.tmpdir=" + folder.resolve("temp"),
        "-cp",
        bin.resolve("bootstrap.jar") + File.pathSeparator + bin.resolve("tomcat-juli.jar"));
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            Files.createDirectories(to.resolve(from.relativize(folder)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(file, to.resolve(from.relativize(file)));
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
