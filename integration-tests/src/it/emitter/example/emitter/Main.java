package example.emitter;

import dev.telemetry.Measurements;
import dev.telemetry.Telemetry;
import java.io.File;

/**
 * Emits an exactly known number of events, so many a second, and prints how many. Waits for the
 * file {@code begin} before where it is told to, and for the file {@code end} afterwards.
 * Arguments: number, rate, and {@code begin} or {@code wait} or nothing.
 */
public final class Main {
  private static final String EVENT = "emitted";

  /** Reported in its turn, so that little is left for the two seconds at the end. */
  private static final long REPORTED = 2_500;

  private Main() {}

  public static void main(String[] args) throws InterruptedException {
    int number = Integer.parseInt(args[0]);
    long nanosEach = 1_000_000_000L / Integer.parseInt(args[1]);
    String awaited = args.length > 2 ? args[2] : "";
    awaitListener();
    if (awaited.equals("begin")) {
      awaitFile("begin");
    }
    System.out.println("emitting");
    long began = System.nanoTime();
    for (int i = 0; i < number; i++) {
      awaitTurn(began + i * nanosEach);
      Telemetry.execute(EVENT, Measurements.of("size", 1 + i % 1_000));
    }
    System.out.println("emitted " + number);
    Thread.sleep(REPORTED);
    if (!awaited.isEmpty()) {
      awaitFile("end");
    }
  }

  private static void awaitFile(String name) throws InterruptedException {
    while (!new File(name).exists()) {
      Thread.sleep(20);
    }
  }

  /** Reporters start beside the application: whoever listens may come a little later. */
  private static void awaitListener() throws InterruptedException {
    for (int i = 0; i < 500 && !Telemetry.event(EVENT).enabled(); i++) {
      Thread.sleep(10);
    }
  }

  private static void awaitTurn(long due) throws InterruptedException {
    long early = (due - System.nanoTime()) / 1_000_000;
    if (early > 0) {
      Thread.sleep(early);
    }
  }
}
