package dev.telemetry.benchmarks.method;

import dev.telemetry.benchmarks.process.Agent;
import java.io.IOException;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/** One round of every {@link Growth}. */
final class GrowthRounds {
  private static final int[] SERIES = {1, 10, 100, 1_000, 10_000, 100_000};

  /** The bus keeps 10,000 names, a few of which are the agent's own. */
  private static final int[] EVENTS = {1, 10, 100, 1_000, 9_000};

  private static final int[] CLASSES = {1, 10, 100, 1_000, 5_000};
  private static final int[] THREADS = {1, 2, 4, 8, 16, 32, 64, 128};

  private final MethodSuite suite;
  private final List<String> reporters;

  GrowthRounds(MethodSuite suite, List<String> reporters) {
    this.suite = suite;
    this.reporters = reporters;
  }

  void run() throws IOException, RunnerException {
    series();
    events();
    reporters();
    woven();
    threads();
  }

  private void series() throws IOException, RunnerException {
    List<String> benchmarks = List.of("one", "each", "limit_each");
    for (int series : SERIES) {
      for (int line = 0; line < benchmarks.size(); line++) {
        Call call = Call.of("SeriesBenchmark." + benchmarks.get(line), suite.ours());
        point(call.with("series", series), Growth.SERIES.at(line, series));
      }
    }
  }

  private void events() throws IOException, RunnerException {
    for (int events : EVENTS) {
      Call call = Call.of("EventsBenchmark.execute", suite.ours());
      point(call.with("events", events), Growth.EVENTS.at(0, events));
    }
  }

  private void reporters() throws IOException, RunnerException {
    for (int count = 0; count <= reporters.size(); count++) {
      Agent agent = suite.ours(reporters.subList(0, count));
      point(Call.of("MeasuredBenchmark.measured", agent), Growth.REPORTERS.at(0, count));
    }
  }

  private void woven() throws IOException, RunnerException {
    for (int classes : CLASSES) {
      Call call = Call.of("WovenBenchmark.measured", suite.ours());
      point(call.with("classes", classes), Growth.WOVEN.at(0, classes));
    }
  }

  private void threads() throws IOException, RunnerException {
    List<String> benchmarks = List.of("measured", "limit_twoNanoTimeAndTwoAdders");
    for (int threads : THREADS) {
      for (int line = 0; line < benchmarks.size(); line++) {
        Call call = Call.of("MeasuredBenchmark." + benchmarks.get(line), suite.ours());
        point(call.threads(threads), Growth.THREADS.at(line, threads));
      }
    }
  }

  private void point(Call call, Growth.Point point) throws RunnerException {
    suite.run(call, point.subject(), point.variant());
  }
}
