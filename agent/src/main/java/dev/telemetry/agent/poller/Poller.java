package dev.telemetry.agent.poller;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * One daemon thread that does its work at intervals, and errands in between. It does both a last
 * time when it is stopped.
 */
final class Poller {
  private static final int MOST_ERRANDS = 1024;

  private final BlockingQueue<Runnable> errands = new ArrayBlockingQueue<>(MOST_ERRANDS);
  private final Work work;
  private final Thread thread;
  private volatile long everyNanos;
  private volatile boolean stopped;

  /** What a poller does, all on its thread. Nothing of it may throw. */
  interface Work {

    /** Called once, before all else. */
    void begin(Poller poller);

    /**
     * Called at each interval.
     *
     * @param nanos {@link System#nanoTime()}
     * @param everyNanos the interval
     */
    void poll(long nanos, long everyNanos);

    /** Called once, after all else but the last errands. */
    void end();
  }

  Poller(Work work, long everyNanos) {
    this.work = work;
    this.everyNanos = everyNanos;
    thread = new Thread(this::run, "telemetry-poller");
    thread.setDaemon(true);
    thread.setContextClassLoader(null);
  }

  void start() {
    thread.start();
  }

  /** Changes the interval, which may make the next poll due at once. */
  void every(long nanos) {
    everyNanos = nanos;
    errand(Poller::wake);
  }

  /**
   * Has something done soon on the thread; never waits.
   *
   * @return false where too much waits to be done already
   */
  boolean errand(Runnable errand) {
    return errands.offer(errand);
  }

  /** Ends the thread once it has polled a last time; does not wait for it. */
  void stop() {
    stopped = true;
    errand(Poller::wake);
  }

  /** Waits for the thread's end; false where it has not come by then. */
  boolean awaitEnd(long deadlineNanos) throws InterruptedException {
    long left = deadlineNanos - System.nanoTime();
    thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(left)));
    return !thread.isAlive();
  }

  /** Ends a wait, by being an errand. */
  private static void wake() {}

  private void run() {
    work.begin(this);
    try {
      pollUntilStopped();
      poll();
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    } finally {
      work.end();
      doErrands();
    }
  }

  private void pollUntilStopped() throws InterruptedException {
    long polled = poll();
    while (!stopped) {
      long left = polled + everyNanos - System.nanoTime();
      Runnable errand = left <= 0 ? null : errands.poll(left, TimeUnit.NANOSECONDS);
      if (errand != null) {
        errand.run();
      } else if (left <= 0) {
        polled = poll();
      }
    }
  }

  private long poll() {
    long now = System.nanoTime();
    work.poll(now, everyNanos);
    return now;
  }

  private void doErrands() {
    Runnable errand = errands.poll();
    while (errand != null) {
      errand.run();
      errand = errands.poll();
    }
  }
}
