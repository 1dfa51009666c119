package example.vm;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Waits until the start is over and what it has left behind is old, then starts that many threads
 * and makes garbage for that many seconds.
 */
public final class ManyThreads {
  private static final int STACK = 128 << 10;

  private static final int SETTLED_MILLIS = 4000;

  private static volatile byte[] garbage = {};

  private ManyThreads() {}

  public static void main(String[] args) throws InterruptedException {
    Thread.sleep(SETTLED_MILLIS);
    System.gc();
    int threads = Integer.parseInt(args[0]);
    CountDownLatch started = new CountDownLatch(threads);
    for (int i = 0; i < threads; i++) {
      boolean timed = i % 2 == 0;
      Thread thread = new Thread(null, () -> rest(started, timed), "thread " + i, STACK);
      thread.setDaemon(true);
      thread.start();
    }
    started.await();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Integer.parseInt(args[1]));
    while (System.nanoTime() < end) {
      garbage = new byte[1 << 20];
      Thread.sleep(5);
    }
    System.out.println("rested " + garbage.length);
  }

  private static void rest(CountDownLatch started, boolean timed) {
    started.countDown();
    while (true) {
      if (timed) {
        LockSupport.parkNanos(TimeUnit.DAYS.toNanos(1));
      } else {
        LockSupport.park();
      }
    }
  }
}
