package dev.telemetry.benchmarks.page;

import dev.telemetry.benchmarks.method.MethodSuite;
import dev.telemetry.benchmarks.request.RequestSuite;
import dev.telemetry.benchmarks.results.Samples;
import dev.telemetry.benchmarks.start.StartSuite;
import dev.telemetry.benchmarks.timings.TimingSuite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The numbers of all suites, each from the last time it was run.
 *
 * @param start of {@link StartSuite}
 * @param requests of {@link RequestSuite}
 * @param timings of {@link TimingSuite}
 * @param methods of {@link MethodSuite}
 */
record Results(Samples start, Samples requests, Samples timings, Samples methods) {

  static Results read(Path folder) throws IOException {
    return new Results(
        Samples.read(numbers(folder, StartSuite.NAME)),
        Samples.read(numbers(folder, RequestSuite.NAME)),
        Samples.read(numbers(folder, TimingSuite.NAME)),
        Samples.read(numbers(folder, MethodSuite.NAME)));
  }

  /** The file of a suite's numbers. */
  static Path numbers(Path folder, String suite) {
    return folder.resolve(suite + ".csv");
  }

  /** The file that says where they come from. */
  static Path environment(Path folder, String suite) {
    return folder.resolve(suite + "-environment.txt");
  }

  static List<String> facts(Path folder, String suite) throws IOException {
    Path file = environment(folder, suite);
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }
}
