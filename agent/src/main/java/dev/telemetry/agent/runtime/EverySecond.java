package dev.telemetry.agent.runtime;

import dev.telemetry.agent.dashboard.Dashboard;
import dev.telemetry.agent.log.AgentLog;
import java.util.concurrent.TimeUnit;

/** One thread for what is due each second, and for what is due now and then. */
final class EverySecond implements Runnable {
  private static final String THREAD = "telemetry-status";
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final Dashboard dashboard;
  private final UnmatchedReport unmatched;
  private final AgentLog log;

  EverySecond(Dashboard dashboard, UnmatchedReport unmatched, AgentLog log) {
    this.dashboard = dashboard;
    this.unmatched = unmatched;
    this.log = log;
  }

  /** Begins, on a daemon thread. */
  void start() {
    Thread thread = new Thread(this, THREAD);
    thread.setDaemon(true);
    thread.setContextClassLoader(null);
    thread.start();
  }

  @Override
  public void run() {
    long due = System.nanoTime();
    try {
      for (int seconds = 0; ; seconds++) {
        second(seconds);
        due += SECOND;
        long now = System.nanoTime();
        if (due - now < 0) {
          due = now; // the machine slept, or had no time: what was missed is not made up for
        }
        TimeUnit.NANOSECONDS.sleep(due - now);
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  /** What fails now may well succeed in a second. */
  private void second(int seconds) {
    try {
      dashboard.second();
    } catch (Throwable failure) {
      log.failure("dashboard: cannot record", failure);
    }
    try {
      if (seconds % Status.AFTER_SECONDS == 0) {
        unmatched.look();
      }
    } catch (Throwable failure) {
      log.failure("cannot tell of metrics that wait", failure);
    }
  }
}
