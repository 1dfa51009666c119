package example.executors;

import java.io.File;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Has pools of every kind: once the file {@code begin} is there it runs so many tasks, has four
 * refused, and stays.
 */
public final class Main {
  private static final int THREADS = 2;
  private static final int PLACES = 3;
  private static final int BEYOND = 4;

  private Main() {}

  public static void main(String[] args) throws Exception {
    int tasks = Integer.parseInt(args[0]);
    while (!new File("begin").exists()) {
      pause(20);
    }
    AtomicInteger threads = new AtomicInteger();
    ThreadPoolExecutor mail =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            1,
            TimeUnit.HOURS,
            new ArrayBlockingQueue<Runnable>(PLACES),
            work -> new Thread(work, "mail-" + threads.incrementAndGet()));
    int refused = fill(mail);
    AtomicInteger ran = new AtomicInteger();
    for (int i = THREADS + PLACES; i < tasks; i++) {
      mail.submit((Callable<Integer>) ran::incrementAndGet).get();
    }
    ForkJoinPool.commonPool().submit(() -> pause(TimeUnit.HOURS.toMillis(1)));
    schedule();
    virtual();
    System.out.println("ran " + (ran.get() + THREADS + PLACES) + " refused " + refused);
    Thread.sleep(TimeUnit.HOURS.toMillis(1));
  }

  /**
   * All threads work and the queue is full, for a moment; what is beyond is refused. A pool has its
   * name from the first thread that works.
   */
  private static int fill(ThreadPoolExecutor pool) throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(THREADS);
    CountDownLatch end = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(THREADS + PLACES);
    for (int i = 0; i < THREADS; i++) {
      pool.execute(task(begun, end, ended));
    }
    begun.await();
    int refused = 0;
    for (int i = 0; i < PLACES + BEYOND; i++) {
      try {
        pool.execute(task(begun, end, ended));
      } catch (RejectedExecutionException full) {
        refused++;
      }
    }
    end.countDown();
    ended.await();
    return refused;
  }

  private static Runnable task(CountDownLatch begun, CountDownLatch end, CountDownLatch ended) {
    return () -> {
      begun.countDown();
      await(end);
      ended.countDown();
    };
  }

  private static void schedule() throws Exception {
    ScheduledExecutorService clock =
        Executors.newScheduledThreadPool(1, work -> new Thread(work, "clock-1"));
    try {
      clock.scheduleAtFixedRate(new Tick(), 20, 20, TimeUnit.MILLISECONDS).get();
    } catch (ExecutionException thrown) {
      System.out.println("ticks until " + thrown.getCause().getMessage());
    }
  }

  /** One is started where there are such. */
  private static void virtual() throws Exception {
    try {
      Runnable nothing = () -> pause(1);
      Object thread =
          Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, nothing);
      ((Thread) thread).join();
    } catch (NoSuchMethodException old) {
      System.out.println("no virtual threads");
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }
}
