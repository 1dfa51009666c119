package dev.telemetry.benchmarks.timings;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * Records timings at a fixed pace, a part of them every millisecond, and says what processor time
 * its process took meanwhile.
 */
public final class PacedProgram {
  private static final long TICK = 1_000_000;

  private final Target target;
  private final String[] keys;
  private final Pace pace;

  private PacedProgram(Target target, Pace pace) {
    this.target = target;
    this.keys = IntStream.range(0, pace.series()).mapToObj(i -> "key-" + i).toArray(String[]::new);
    this.pace = pace;
  }

  /**
   * Runs.
   *
   * @param arguments target, port of StatsD, {@link Pace}, seconds
   */
  public static void main(String[] arguments) throws InterruptedException {
    int port = Integer.parseInt(arguments[1]);
    Target target =
        switch (arguments[0]) {
          case "measured" -> new MeasuredTarget();
          case "micrometer" -> new MicrometerTarget(port);
          case "dogstatsd" -> new DogstatsdTarget(port);
          default -> throw new IllegalArgumentException(arguments[0]);
        };
    int seconds = Integer.parseInt(arguments[3]);
    PacedProgram program = new PacedProgram(target, Pace.parse(arguments[2]));
    for (int i = 0; i < Timings.WARM_UPS; i++) {
      program.run(seconds);
    }
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long begin = System.nanoTime();
    long cpu = system.getProcessCpuTime();
    long count = program.run(seconds);
    cpu = system.getProcessCpuTime() - cpu;
    System.out.println(
        Timings.RESULT + count + " " + cpu + " " + (System.nanoTime() - begin) + " " + target);
  }

  /** All threads but one are further ones, so that a single one is this one. */
  private long run(int seconds) throws InterruptedException {
    long ticks = seconds * 1_000L;
    List<Thread> further =
        IntStream.range(1, pace.threads()).mapToObj(i -> new Thread(() -> record(ticks))).toList();
    further.forEach(Thread::start);
    record(ticks);
    for (Thread thread : further) {
      thread.join();
    }
    return ticks * pace.perTick() * pace.threads();
  }

  /** A tick that comes late is made up for at once, so that the pace is the same for everybody. */
  private void record(long ticks) {
    long begin = System.nanoTime();
    int next = 0;
    for (long tick = 0; tick < ticks; tick++) {
      long due = begin + tick * TICK;
      for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
        LockSupport.parkNanos(wait);
      }
      for (int i = 0; i < pace.perTick(); i++) {
        target.record(keys[next]);
        next = next + 1 == keys.length ? 0 : next + 1;
      }
    }
  }
}
