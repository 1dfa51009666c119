package dev.telemetry.it;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** The files under test and the places to work in. */
final class Artifacts {
  private Artifacts() {}

  /** The agent as it ships. */
  static Path agent() {
    return built("it.agent");
  }

  /** The API as an application would depend on it. */
  static Path api() {
    return built("it.api");
  }

  /** What an extension is written against. */
  static Path extensionApi() {
    return built("it.extension-api");
  }

  /** What an instrumentation is written against. */
  static Path spi() {
    return built("it.spi");
  }

  /** The extension that brings unix datagram sockets. */
  static Path unixDatagram() {
    return built("it.unix-datagram");
  }

  /** The demo application. */
  static Path demo() {
    return built("it.demo");
  }

  /** The shop over Hibernate, jOOQ and JdbcTemplate, with its libraries. */
  static Path[] mappers() {
    Path jar = built("it.mappers");
    Path[] libraries = Trees.files(jar.resolveSibling("libs")).toArray(Path[]::new);
    return Programs.all(jar, libraries);
  }

  /**
   * WebSocket endpoints with the libraries of their containers.
   *
   * @param application the folder of {@code sockets}
   */
  static Path[] sockets(String application) {
    Path target = built("it.sockets").resolve(application).resolve("target");
    Path[] libraries = Trees.files(target.resolve("libs")).toArray(Path[]::new);
    return Programs.all(existing(target.resolve("sockets.jar")), libraries);
  }

  /** What the demo measures. */
  static Path demoConfiguration() {
    return existing(module().resolve("../demo-app/telemetry.yaml"));
  }

  /** The folder of this module. */
  static Path module() {
    return Path.of(Objects.requireNonNull(System.getProperty("it.directory"), "it.directory"));
  }

  /** The folder that every run may fill. */
  static Path target() {
    return module().resolve("target");
  }

  /** A library that an application under test uses, by its artifact's name. */
  static Path library(String artifact) {
    return existing(target().resolve("libs").resolve(artifact + ".jar"));
  }

  private static Path built(String property) {
    return existing(Path.of(Objects.requireNonNull(System.getProperty(property), property)));
  }

  private static Path existing(Path file) {
    if (!Files.exists(file)) {
      throw new IllegalStateException(file + " is not there; run: mvn -DskipTests package");
    }
    return file.toAbsolutePath().normalize();
  }
}
