package dev.telemetry.poll;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A few threads that do what is due; those that hang are replaced. Thread-safe. */
final class Workers {
  private static final int THREADS = 4;
  private static final int MOST_HANGING = 16;
  private static final int IDLE_SECONDS = 10;

  private final ThreadPoolExecutor pool;
  private int hanging;

  Workers(ThreadFactory threads) {
    pool =
        new ThreadPoolExecutor(
            THREADS, THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads);
    pool.allowCoreThreadTimeOut(true);
  }

  /** Does something soon; who has handed in something does not do so again before it is done. */
  void execute(Runnable work) {
    pool.execute(work);
  }

  /** Gives up a thread that does not return, and lets another take its place. */
  synchronized void giveUpOne() {
    hanging++;
    int size = size();
    pool.setMaximumPoolSize(size);
    pool.setCorePoolSize(size);
  }

  /** Takes one back that has returned after all. */
  synchronized void takeBackOne() {
    hanging--;
    int size = size();
    pool.setCorePoolSize(size);
    pool.setMaximumPoolSize(size);
  }

  private int size() {
    return THREADS + Math.min(hanging, MOST_HANGING);
  }
}
