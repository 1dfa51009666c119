package dev.telemetry.benchmarks;

import dev.telemetry.Measurements;
import dev.telemetry.Metadata;
import dev.telemetry.Telemetry;
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
import org.openjdk.jmh.infra.Blackhole;

/** One event to one handler, where there are many other events with handlers of their own. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EventsBenchmark {
  private static final Measurements MEASUREMENTS = Measurements.of("count", 1);
  private static final Metadata METADATA = Metadata.of("kind", "benchmark");

  /** How many events there are. */
  @Param({"1", "10", "100", "1000", "9000"})
  public int events;

  private String name = "";

  /** Attaches to all of them, and emits each. */
  @Setup(Level.Trial)
  public void attach(Blackhole sink) {
    for (int i = 0; i < events; i++) {
      name = "benchmark.events.n" + i;
      Telemetry.attach(
          "handler-" + i, name, (event, measurements, metadata) -> sink.consume(measurements));
      Telemetry.execute(name, MEASUREMENTS, METADATA);
    }
  }

  /** The last of them, by its name. */
  @Benchmark
  public void execute() {
    Telemetry.execute(name, MEASUREMENTS, METADATA);
  }
}
