package dev.telemetry.benchmarks.page;

import dev.telemetry.benchmarks.process.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/** Where and with what a suite was run, as it is written beside its numbers. */
public final class Environment {
  private Environment() {}

  /** Says it in one line a fact. */
  public static List<String> facts(Setting setting) throws IOException {
    return List.of(
        "date: " + LocalDate.now(ZoneOffset.UTC),
        "processors: " + Runtime.getRuntime().availableProcessors() + " x " + processor(),
        "memory: " + memory(),
        "system: " + System.getProperty("os.name") + " " + System.getProperty("os.version"),
        "java: " + System.getProperty("java.vm.name") + " " + System.getProperty("java.version"),
        "rounds: %d, for what is only drawn or counted %d"
            .formatted(setting.rounds(), setting.points()),
        "versions: " + System.getProperty("bench.versions", "unknown"));
  }

  private static String processor() throws IOException {
    return line("/proc/cpuinfo", "model name").replaceAll(".*:\\s*", "");
  }

  private static String memory() throws IOException {
    String kilobytes = line("/proc/meminfo", "MemTotal").replaceAll("\\D", "");
    return kilobytes.isEmpty()
        ? "unknown"
        : String.format(Locale.ROOT, "%.0f GB", Double.parseDouble(kilobytes) / 1e6);
  }

  private static String line(String file, String start) throws IOException {
    Path path = Path.of(file);
    List<String> lines = Files.exists(path) ? Files.readAllLines(path) : List.of();
    return lines.stream()
        .filter(line -> line.startsWith(start))
        .findFirst()
        .orElse(System.getProperty("os.arch"));
  }
}
