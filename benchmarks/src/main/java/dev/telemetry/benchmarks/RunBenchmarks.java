package dev.telemetry.benchmarks;

import dev.telemetry.benchmarks.method.MethodSuite;
import dev.telemetry.benchmarks.page.PerformancePage;
import dev.telemetry.benchmarks.process.Bench;
import dev.telemetry.benchmarks.request.RequestSuite;
import dev.telemetry.benchmarks.results.Samples;
import dev.telemetry.benchmarks.start.StartSuite;
import dev.telemetry.benchmarks.timings.TimingSuite;

/** Runs the suites that are asked for, keeps their numbers, and writes the page. */
public final class RunBenchmarks {
  private final Bench bench;
  private final PerformancePage page;

  private RunBenchmarks(Bench bench) {
    this.bench = bench;
    this.page = new PerformancePage(bench.setting().docs());
  }

  /** Runs; options are system properties, see {@code README.md}. */
  public static void main(String[] arguments) throws Exception {
    try (Bench bench = new Bench()) {
      new RunBenchmarks(bench).run();
    }
    // Libraries that are measured leave threads behind.
    System.exit(0);
  }

  private void run() throws Exception {
    bench.say("reporters of the jar: " + bench.ours().reporters());
    run(StartSuite.NAME, samples -> new StartSuite(bench, samples).run());
    run(RequestSuite.NAME, samples -> new RequestSuite(bench, samples).run());
    run(TimingSuite.NAME, samples -> new TimingSuite(bench, samples).run());
    run(MethodSuite.NAME, samples -> new MethodSuite(bench, samples).run());
    page.write();
    System.out.println(page.bar());
    bench.say("written: " + bench.setting().docs().resolve("performance.md"));
  }

  private void run(String name, Suite suite) throws Exception {
    if (!bench.setting().runs(name)) {
      return;
    }
    Samples samples = new Samples();
    try {
      suite.run(samples);
    } finally {
      // An hour of numbers must not go with the run that failed after it.
      if (!samples.isEmpty()) {
        page.keep(name, samples, bench.setting());
      }
    }
  }

  /** One of them. */
  private interface Suite {
    void run(Samples samples) throws Exception;
  }
}
