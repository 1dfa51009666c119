package dev.telemetry.benchmarks.method;

import java.nio.file.Path;
import java.time.Duration;
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
  private final Path log;
  private final TimeValue iteration;

  JmhRun(Path log, Duration iteration) {
    this.log = log;
    this.iteration = TimeValue.milliseconds(iteration.toMillis());
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
        .warmupTime(iteration)
        .measurementIterations(3)
        .measurementTime(iteration)
        .jvmArgsAppend(call.agent().flags().toArray(String[]::new))
        .shouldFailOnError(true)
        .output(log.toString());
  }
}
