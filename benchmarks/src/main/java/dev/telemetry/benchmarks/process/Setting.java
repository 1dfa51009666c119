package dev.telemetry.benchmarks.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/** What a run was told, by system properties {@code bench.*}, and the files that it needs. */
public final class Setting {
  private final Path module = Path.of(required("bench.directory"));

  /** How often everything that is compared is run: {@code bench.rounds}, 10 unless given. */
  public int rounds() {
    return Integer.getInteger("bench.rounds", 10);
  }

  /** How often what is only drawn or counted is run: {@code bench.points}, 3 unless given. */
  public int points() {
    return Integer.getInteger("bench.points", 3);
  }

  /** How long requests and timings are measured: {@code bench.seconds}, 8 unless given. */
  public Duration window() {
    return Duration.ofSeconds(Integer.getInteger("bench.seconds", 8));
  }

  /** How long a JMH iteration is: {@code bench.iteration}, 1000 ms unless given. */
  public Duration iteration() {
    return Duration.ofMillis(Integer.getInteger("bench.iteration", 1_000));
  }

  /** How long a process is left alone before it counts as idle: {@code bench.idle}, 15 seconds. */
  public Duration idle() {
    return Duration.ofSeconds(Integer.getInteger("bench.idle", 15));
  }

  /** Which suites are run: {@code bench.suites}, comma-separated, all unless given. */
  public boolean runs(String suite) {
    String suites = System.getProperty("bench.suites", "all");
    return suites.equals("all") || ("," + suites + ",").contains("," + suite + ",");
  }

  /** Our jar. */
  public Path agent() {
    return built(module.resolve("../agent/target/telemetry-agent.jar"));
  }

  /** The demo application. */
  public Path demo() {
    return built(module.resolve("../demo-app/target/demo-app.jar"));
  }

  /** The peers' jars. */
  public Path peers() {
    return built(module.resolve("target/peers"));
  }

  /** The servers as they are published, unpacked. */
  public Path servers() {
    return built(module.resolve("target/servers"));
  }

  /** A folder for files of this run. */
  public Path scratch(String name) throws IOException {
    Path parent = Files.createDirectories(module.resolve("target/runs").toAbsolutePath());
    return Files.createTempDirectory(parent, name + "-");
  }

  /** Where the page and the numbers go: {@code bench.docs}, the project's {@code docs}. */
  public Path docs() {
    return Path.of(System.getProperty("bench.docs", module.resolve("../docs").toString()));
  }

  private static Path built(Path file) {
    if (!Files.exists(file)) {
      throw new IllegalStateException(file + " is not there; benchmarks/README.md has the command");
    }
    return file.toAbsolutePath().normalize();
  }

  private static String required(String property) {
    return Objects.requireNonNull(System.getProperty(property), property);
  }
}
