package dev.telemetry.benchmarks;

import dev.telemetry.Measurements;
import dev.telemetry.Metadata;
import dev.telemetry.Telemetry;
import dev.telemetry.bus.Event;
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
import org.openjdk.jmh.infra.Blackhole;

/** One event to no, one and five handlers. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class BusBenchmark {
  private static final Measurements MEASUREMENTS = Measurements.of("count", 1);
  private static final Metadata METADATA = Metadata.of("kind", "benchmark");

  /** How many handlers listen. */
  @Param({"0", "1", "5"})
  public int handlers;

  private final Event event = Telemetry.event("benchmark.event");
  private volatile long limit;

  /** Attaches the handlers. */
  @Setup(Level.Trial)
  public void attach(Blackhole sink) {
    for (int i = 0; i < handlers; i++) {
      Telemetry.attach(
          "benchmark-" + i,
          "benchmark.event",
          (event, measurements, metadata) -> sink.consume(measurements));
    }
  }

  /** Detaches them. */
  @TearDown(Level.Trial)
  public void detach() {
    for (int i = 0; i < handlers; i++) {
      Telemetry.detach("benchmark-" + i);
    }
  }

  /** The limit: one volatile read. */
  @Benchmark
  public long limit_oneVolatileRead() {
    return limit;
  }

  /** An event by its name. */
  @Benchmark
  public void execute() {
    Telemetry.execute("benchmark.event", MEASUREMENTS, METADATA);
  }

  /** An event that was looked up by its name once. */
  @Benchmark
  public void execute_lookedUp() {
    event.execute(MEASUREMENTS, METADATA);
  }
}
