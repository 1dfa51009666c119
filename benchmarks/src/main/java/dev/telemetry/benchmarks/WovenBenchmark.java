package dev.telemetry.benchmarks;

import dev.telemetry.Measured;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntUnaryOperator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A measured method, where many other classes are woven too. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class WovenBenchmark {
  /** How many classes are woven. */
  @Param({"1", "10", "100", "1000", "5000"})
  public int classes;

  private final List<IntUnaryOperator> all = new ArrayList<>();
  private IntUnaryOperator one = value -> value;
  private int state = 1;

  /** Loads as many copies of a class, each by a loader of its own, and calls each. */
  @Setup(Level.Trial)
  public void load() throws IOException, ReflectiveOperationException {
    for (int i = 0; i < classes; i++) {
      one = new Copies().copy();
      all.add(one);
      state = one.applyAsInt(state);
    }
  }

  /** The last of them. */
  @Benchmark
  public int measured() {
    return one.applyAsInt(state);
  }

  /** What is copied. */
  public static final class Woven implements IntUnaryOperator {
    /** Called by its copy's loader. */
    public Woven() {}

    @Override
    @Measured("benchmark.woven")
    public int applyAsInt(int value) {
      return value * 31 + 7;
    }
  }

  private static final class Copies extends ClassLoader {
    Copies() {
      super(WovenBenchmark.class.getClassLoader());
    }

    IntUnaryOperator copy() throws IOException, ReflectiveOperationException {
      String name = Woven.class.getName();
      try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] bytes = in.readAllBytes();
        Class<?> type = defineClass(name, bytes, 0, bytes.length);
        return (IntUnaryOperator) type.getConstructor().newInstance();
      }
    }
  }
}
