package dev.telemetry.benchmarks.timings;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * Records timings at a fixed pace, from one thread, a part of them every millisecond, and says what
 * processor time its process took meanwhile.
 */
public final class PacedProgram {
  private static final long TICK = 1_000_000;

  private final Target target;
  private final String[] keys;
  private final int perTick;
  private int next;

  private PacedProgram(Target target, int series, int rate) {
    this.target = target;
    this.keys = IntStream.range(0, series).mapToObj(i -> "key-" + i).toArray(String[]::new);
    this.perTick = rate / 1_000;
  }

  /**
   * Runs.
   *
   * @param arguments target, port of StatsD, timings a second, series, seconds
   */
  public static void main(String[] arguments) {
    int port = Integer.parseInt(arguments[1]);
    Target target =
        switch (arguments[0]) {
          case "measured" -> new MeasuredTarget();
          case "micrometer" -> new MicrometerTarget(port);
          case "dogstatsd" -> new DogstatsdTarget(port);
          default -> throw new IllegalArgumentException(arguments[0]);
        };
    int rate = Integer.parseInt(arguments[2]);
    int series = Integer.parseInt(arguments[3]);
    int seconds = Integer.parseInt(arguments[4]);
    PacedProgram program = new PacedProgram(target, series, rate);
    program.run(seconds);
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long begin = System.nanoTime();
    long cpu = system.getProcessCpuTime();
    long count = program.run(seconds);
    cpu = system.getProcessCpuTime() - cpu;
    System.out.println(
        Timings.RESULT + count + " " + cpu + " " + (System.nanoTime() - begin) + " " + target);
  }

  /** A tick that comes late is made up for at once, so that the pace is the same for everybody. */
  private long run(int seconds) {
    long begin = System.nanoTime();
    long ticks = seconds * 1_000L;
    for (long tick = 0; tick < ticks; tick++) {
      long due = begin + tick * TICK;
      for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
        LockSupport.parkNanos(wait);
      }
      for (int i = 0; i < perTick; i++) {
        target.record(keys[next]);
        next = next + 1 == keys.length ? 0 : next + 1;
      }
    }
    return ticks * perTick;
  }
}
