package dev.telemetry.benchmarks.method;

import java.nio.file.Path;
import java.util.Collection;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** One fork of a benchmark; short, since rounds repeat it. */
final class JmhRun {
  private static final TimeValue ITERATION = TimeValue.seconds(1);

  private final Path log;

  JmhRun(Path log) {
    this.log = log;
  }

  /** Runs it, and returns the one result. */
  RunResult of(Call call) throws RunnerException {
    ChainedOptionsBuilder options = options(call);
    if (!call.parameter().isEmpty()) {
      options.param(call.parameter().get(0), call.parameter().get(1));
    }
    Collection<RunResult> results = new Runner(options.build()).run();
    if (results.size() != 1) {
      throw new IllegalStateException(call + " names " + results.size() + " benchmarks");
    }
    return results.iterator().next();
  }

  private ChainedOptionsBuilder options(Call call) {
    return new OptionsBuilder()
        .include(".*\\." + call.benchmark() + "$")
        .addProfiler(GCProfiler.class)
        .forks(1)
        .threads(call.threads())
        .warmupIterations(3)
        .warmupTime(ITERATION)
        .measurementIterations(3)
        .measurementTime(ITERATION)
        .jvmArgsAppend(call.agent().flags().toArray(String[]::new))
        .shouldFailOnError(true)
        .output(log.toString());
  }
}
