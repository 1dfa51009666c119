package dev.telemetry.benchmarks;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micrometer.statsd.StatsdConfig;
import io.micrometer.statsd.StatsdMeterRegistry;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The same as {@link MeasuredBenchmark}, by a Micrometer timer written by hand. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class MicrometerBenchmark {
  /** Names the port that takes what is sent: a port where nobody listens would cost errors. */
  public static final String PORT = "bench.statsd.port";

  private static final StatsdConfig STATSD =
      key -> key.equals("statsd.port") ? System.getProperty(PORT) : null;

  /** Which registry. */
  @Param({"prometheus", "statsd"})
  public String registry = "";

  private MeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private Timer timer = meters.timer("benchmark.micrometer");
  private int state = 1;

  /** Makes the timer. */
  @Setup(Level.Trial)
  public void register() {
    if (registry.equals("statsd")) {
      meters = new StatsdMeterRegistry(STATSD, Clock.SYSTEM);
      timer = meters.timer("benchmark.micrometer");
    }
  }

  /** Ends it. */
  @TearDown(Level.Trial)
  public void close() {
    meters.close();
  }

  /** One timed call. */
  @Benchmark
  public int timer() {
    long start = System.nanoTime();
    int result = state * 31 + 7;
    timer.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
    return result;
  }
}
