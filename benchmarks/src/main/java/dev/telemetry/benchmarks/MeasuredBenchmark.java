package dev.telemetry.benchmarks;

import dev.telemetry.Measured;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A measured method under the agent with two reporters, beside its limits. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class MeasuredBenchmark {
  private final LongAdder count = new LongAdder();
  private final LongAdder sum = new LongAdder();
  private int state = 1;

  /** The same work unmeasured. */
  @Benchmark
  public int limit_notMeasured() {
    return work();
  }

  /** The clock alone. */
  @Benchmark
  public long limit_twoNanoTime() {
    long start = System.nanoTime();
    state = work();
    return System.nanoTime() - start;
  }

  /** The least that keeps a count and a sum. */
  @Benchmark
  public int limit_twoNanoTimeAndTwoAdders() {
    long start = System.nanoTime();
    int result = work();
    count.increment();
    sum.add(System.nanoTime() - start);
    return result;
  }

  /** What the agent makes of it. */
  @Benchmark
  public int measured() {
    return annotated();
  }

  @Measured("benchmark.measured")
  int annotated() {
    return work();
  }

  private int work() {
    return state * 31 + 7;
  }
}
