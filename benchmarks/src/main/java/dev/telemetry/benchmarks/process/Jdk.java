package dev.telemetry.benchmarks.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A JDK of this machine.
 *
 * @param home its folder
 * @param version as its {@code release} file has it
 */
public record Jdk(Path home, String version) {

  /** The one that runs this. */
  public static Jdk own() {
    return new Jdk(Path.of(System.getProperty("java.home")), System.getProperty("java.version"));
  }

  /**
   * One of that major version; homes come from {@code JDK_HOMES}, colons between them, and the
   * usual folders.
   */
  public static Optional<Jdk> find(int major) throws IOException {
    for (Path home : candidates()) {
      Path release = home.resolve("release");
      if (Files.isExecutable(home.resolve("bin/jcmd")) && Files.exists(release)) {
        String version = version(release);
        if (version.split("\\D", 2)[0].equals(Integer.toString(major))) {
          return Optional.of(new Jdk(home, version));
        }
      }
    }
    return Optional.empty();
  }

  /** The path of one of its programs. */
  public String tool(String name) {
    return home.resolve("bin").resolve(name).toString();
  }

  private static String version(Path release) throws IOException {
    return Files.readAllLines(release).stream()
        .filter(line -> line.startsWith("JAVA_VERSION="))
        .map(line -> line.replaceAll("JAVA_VERSION=|\"", ""))
        .findFirst()
        .orElse("");
  }

  private static List<Path> candidates() throws IOException {
    List<Path> homes = new ArrayList<>(List.of(own().home()));
    String named = System.getenv("JDK_HOMES");
    if (named != null) {
      Stream.of(named.trim().split("[\\s:,]+")).map(Path::of).forEach(homes::add);
    }
    for (String folder : List.of("/usr/lib/jvm", "/opt/jdks")) {
      if (Files.isDirectory(Path.of(folder))) {
        try (Stream<Path> children = Files.list(Path.of(folder))) {
          children.sorted().forEach(homes::add);
        }
      }
    }
    return homes;
  }
}
