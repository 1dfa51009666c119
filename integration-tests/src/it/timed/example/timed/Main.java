package example.timed;

import dev.telemetry.Measurements;
import dev.telemetry.Telemetry;
import java.io.File;
import java.util.concurrent.locks.LockSupport;

/**
 * Emits bursts of events without end, and once for each file {@code go-0}, {@code go-1} and so on
 * times each single call for a while and prints {@code phase 0 p50 ... p99 ... calls ...}, in
 * nanoseconds. Arguments: how many times, and milliseconds of each.
 */
public final class Main {
  private static final String EVENT = "emitted";

  /** Long ones: what a processor has forgotten while it slept is in few of a hundred calls. */
  private static final int BURST = 2_000;

  private static final long BETWEEN = 20_000_000;

  private Main() {}

  public static void main(String[] args) {
    long nanos = Long.parseLong(args[1]) * 1_000_000;
    System.out.println("emitting");
    for (int phase = 0; phase < Integer.parseInt(args[0]); phase++) {
      File go = new File("go-" + phase);
      Nanos untold = new Nanos();
      while (!go.exists()) {
        burst(untold);
      }
      Nanos told = new Nanos();
      for (long end = System.nanoTime() + nanos; System.nanoTime() < end; ) {
        burst(told);
      }
      System.out.println("phase " + phase + " " + told);
    }
  }

  private static void burst(Nanos nanos) {
    long next = System.nanoTime() + BETWEEN;
    for (int i = 0; i < BURST; i++) {
      long before = System.nanoTime();
      Telemetry.execute(EVENT, Measurements.of("size", 1 + i % 1_000));
      nanos.add(System.nanoTime() - before);
    }
    LockSupport.parkNanos(next - System.nanoTime());
  }
}
