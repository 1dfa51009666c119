package dev.telemetry.benchmarks;

import dev.telemetry.Measured;
import dev.telemetry.MeasuredTag;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A measured method whose metric has many series, beside a map that has as many keys. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SeriesBenchmark {
  /** How many series there are. */
  @Param({"1", "10", "100", "1000", "10000", "100000"})
  public int series;

  private final ConcurrentMap<String, LongAdder> map = new ConcurrentHashMap<>();
  private String[] keys = {};
  private int next;
  private long state;

  /** Makes them. */
  @Setup(Level.Trial)
  public void fill() {
    keys = IntStream.range(0, series).mapToObj(i -> "key-" + i).toArray(String[]::new);
    for (String key : keys) {
      tagged(key);
      map.put(key, new LongAdder());
    }
  }

  /** One of them, again and again. */
  @Benchmark
  public void one() {
    tagged(keys[series / 2]);
  }

  /** One after the other: what caches of the processor can't hold costs everybody. */
  @Benchmark
  public void each() {
    tagged(nextKey());
  }

  /** The limit of the same walk: two clock reads, one look into a map, one adder. */
  @Benchmark
  public void limit_each() {
    long start = System.nanoTime();
    String key = nextKey();
    state += key.length();
    map.get(key).add(System.nanoTime() - start);
  }

  private String nextKey() {
    next = next + 1 == keys.length ? 0 : next + 1;
    return keys[next];
  }

  @Measured("benchmark.series")
  void tagged(@MeasuredTag("key") String key) {
    state += key.length();
  }
}
