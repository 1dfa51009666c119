package dev.telemetry.agent.http;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The threads that answer: few, and none while nobody asks. */
final class Workers {
  private static final int MOST = 8;
  private static final int SECONDS_IDLE = 5;

  private final ThreadPoolExecutor pool =
      new ThreadPoolExecutor(
          MOST,
          MOST,
          SECONDS_IDLE,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(Connections.MOST),
          Workers::thread);

  Workers() {
    pool.allowCoreThreadTimeOut(true);
  }

  /** Makes a daemon that keeps nothing of the application alive. */
  static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "telemetry-http");
    thread.setDaemon(true);
    thread.setContextClassLoader(null);
    return thread;
  }

  /** Has work done on one of the threads; false where it will not be. */
  boolean execute(Runnable work) {
    try {
      pool.execute(work);
      return true;
    } catch (RejectedExecutionException full) {
      return false;
    }
  }

  /** Ends the threads after what they do now. */
  void stop() {
    pool.shutdown();
  }
}
