package example.polls;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Has numbers that are well, that fail for a while and that hang. */
public final class Main {
  private static final int FAILS_FROM = 6;
  private static final long PERIOD = TimeUnit.MILLISECONDS.toNanos(Integer.getInteger("period"));
  private static final long FAILS_FOR = TimeUnit.MILLISECONDS.toNanos(Integer.getInteger("fails"));
  private static final AtomicInteger STEADY = new AtomicInteger();
  private static final AtomicInteger FAILING = new AtomicInteger();
  private static volatile long begun;
  private static volatile long failedFrom;

  private Main() {}

  /** Tells again and again how often the steady number was asked, and how often it should. */
  public static void main(String[] args) throws InterruptedException {
    System.out.println("ready");
    for (; ; ) {
      Thread.sleep(PERIOD / 5_000_000);
      if (STEADY.get() > 0) {
        long due = (System.nanoTime() - begun) / PERIOD + 1;
        System.out.println("steady " + STEADY.get() + " due " + due);
      }
    }
  }

  /** Always well. */
  static int steady() {
    if (STEADY.get() == 0) {
      begun = System.nanoTime();
    }
    return STEADY.incrementAndGet();
  }

  /** Fails for a while, from one call on. */
  static int failing() {
    int call = FAILING.incrementAndGet();
    if (call == FAILS_FROM) {
      failedFrom = System.nanoTime();
    }
    if (call >= FAILS_FROM && System.nanoTime() - failedFrom < FAILS_FOR) {
      throw new IllegalStateException("no number today");
    }
    return call;
  }

  /** Never returns. */
  static int hanging() throws InterruptedException {
    new CountDownLatch(1).await();
    return 1;
  }
}
