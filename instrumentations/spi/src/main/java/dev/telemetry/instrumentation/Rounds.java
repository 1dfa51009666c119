package dev.telemetry.instrumentation;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongPredicate;

/**
 * Work that comes round every five seconds as long as there is any, on a thread that exists only
 * meanwhile, and for a minute more. Thread-safe.
 */
public final class Rounds {
  private static final long EVERY_MILLIS = TimeUnit.SECONDS.toMillis(5);
  private static final int IDLE_ROUNDS = 12;

  private final String thread;
  private final LongPredicate work;
  private final AtomicBoolean running = new AtomicBoolean();

  /**
   * Begins without a thread.
   *
   * @param thread its name
   * @param work is given {@link System#nanoTime()}, and tells whether there is anything left; must
   *     not throw
   */
  public Rounds(String thread, LongPredicate work) {
    this.thread = thread;
    this.work = work;
  }

  /** There is work; costs one volatile read where the thread is there already. */
  public void wake() {
    if (!running.get() && running.compareAndSet(false, true)) {
      Thread made = new Thread(this::run, thread);
      made.setDaemon(true);
      made.setContextClassLoader(null);
      made.start();
    }
  }

  private void run() {
    int idle = 0;
    try {
      while (idle < IDLE_ROUNDS) {
        Thread.sleep(EVERY_MILLIS);
        idle = work.test(System.nanoTime()) ? 0 : idle + 1;
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    } finally {
      // what came since the last round is looked at once there is more
      running.set(false);
    }
  }
}
