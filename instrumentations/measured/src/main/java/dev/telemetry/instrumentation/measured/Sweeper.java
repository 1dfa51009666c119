package dev.telemetry.instrumentation.measured;

import dev.telemetry.bus.Bus;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Clears spans that nobody closes, so that an application's keys do not stay for good. Has a thread
 * only while anything is open, and for a minute more.
 */
final class Sweeper {
  private static final long EVERY_MILLIS = TimeUnit.SECONDS.toMillis(5);
  private static final int IDLE_ROUNDS = 12;

  private final Map<String, Pairs> pairs = new ConcurrentHashMap<>();
  private final AtomicBoolean running = new AtomicBoolean();

  /** Returns the spans of a name, always the same. */
  Pairs pairs(Bus bus, String name) {
    return pairs.computeIfAbsent(name, unseen -> new Pairs(bus, unseen, this));
  }

  /** A span has been opened. */
  void wake() {
    if (!running.get() && running.compareAndSet(false, true)) {
      Thread thread = new Thread(this::run, "telemetry-measured");
      thread.setDaemon(true);
      thread.setContextClassLoader(null);
      thread.start();
    }
  }

  private void run() {
    int idle = 0;
    try {
      while (idle < IDLE_ROUNDS) {
        Thread.sleep(EVERY_MILLIS);
        idle = sweep(System.nanoTime()) ? 0 : idle + 1;
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    } finally {
      // what was opened since the last round is swept once the next one is opened
      running.set(false);
    }
  }

  private boolean sweep(long nowNanos) {
    boolean open = false;
    for (Pairs each : pairs.values()) {
      open |= each.sweep(nowNanos);
    }
    return open;
  }
}
