package dev.telemetry.benchmarks;

import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the benchmarks that a pattern names: those of the bus bare, those of woven code under the
 * agent.
 */
public final class RunBenchmarks {
  private RunBenchmarks() {}

  /**
   * Runs.
   *
   * @param arguments the pattern of benchmark names
   */
  public static void main(String[] arguments) throws RunnerException {
    String pattern = arguments.length == 0 ? ".*" : arguments[0];
    new Runner(options(".*BusBenchmark." + pattern).build()).run();
    String agent = System.getProperty("telemetry.agent.jar");
    String config = System.getProperty("telemetry.benchmark.config");
    new Runner(
            options(".*MeasuredBenchmark." + pattern)
                .jvmArgsAppend("-javaagent:" + agent + "=" + config)
                .build())
        .run();
  }

  private static OptionsBuilder options(String include) {
    OptionsBuilder options = new OptionsBuilder();
    options
        .include(include)
        .addProfiler(GCProfiler.class)
        .forks(1)
        .warmupIterations(3)
        .warmupTime(TimeValue.seconds(1))
        .measurementIterations(5)
        .measurementTime(TimeValue.seconds(1))
        .shouldFailOnError(true);
    return options;
  }
}
