package dev.telemetry.agent.report.statsd;

import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** How long a packet waits for a unix server to read: a tenth of a second. Used by one thread. */
final class Room {
  private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(1);

  private final long end = System.nanoTime() + PATIENCE;

  /**
   * Waits a little.
   *
   * @throws SocketTimeoutException where it has waited long enough
   */
  void await() throws SocketTimeoutException {
    if (System.nanoTime() - end >= 0) {
      throw new SocketTimeoutException();
    }
    LockSupport.parkNanos(PAUSE);
  }
}
