package dev.telemetry.agent.poller;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ThreadMeasurementTest {
  private final Emitted emitted = new Emitted();
  private final ThreadGroup group = new ThreadGroup("measured");
  private final CountDownLatch end = new CountDownLatch(1);
  private final ThreadMeasurement measurement = new ThreadMeasurement(group);

  @AfterEach
  void end() {
    end.countDown();
  }

  @Test
  void threads_areCountedByDaemonAndState() throws InterruptedException {
    start(3, true, Thread.State.WAITING, end::await);
    start(2, false, Thread.State.TIMED_WAITING, () -> end.await(1, TimeUnit.MINUTES));

    assertThat(measure()).isEqualTo(Map.of("daemon waiting", 3L, "other timed_waiting", 2L));
  }

  @Test
  void more_thanThereIsRoomFor_areAllCounted() throws InterruptedException {
    start(200, true, Thread.State.WAITING, end::await);

    assertThat(measure()).isEqualTo(Map.of("daemon waiting", 200L));
  }

  @Test
  void state_thatHasNoThreadAnyMore_goesBackToZero() throws InterruptedException {
    start(1, true, Thread.State.WAITING, end::await);
    measure();
    end.countDown();
    await(thread -> !thread.isAlive(), threads());

    assertThat(measure()).isEqualTo(Map.of("daemon waiting", 0L));
  }

  @Test
  void sum_isTheBeansCount() throws InterruptedException {
    ThreadMeasurement all = new ThreadMeasurement();
    for (int attempt = 0; attempt < 100; attempt++) {
      int before = ManagementFactory.getThreadMXBean().getThreadCount();
      emitted.events.clear();
      all.measure(emitted.event("jvm.thread"));
      long sum = emitted.events.stream().mapToLong(each -> each.number("count")).sum();
      if (sum == before && sum == ManagementFactory.getThreadMXBean().getThreadCount()) {
        return;
      }
      Thread.sleep(10); // a thread has come or gone meanwhile
    }
    throw new AssertionError("never the same: " + emitted.events);
  }

  private Map<String, Long> measure() {
    emitted.events.clear();
    measurement.measure(emitted.event("jvm.thread"));
    return emitted.events.stream()
        .collect(
            Collectors.toMap(
                each ->
                    (Boolean.TRUE.equals(each.about().get("jvm.thread.daemon"))
                            ? "daemon "
                            : "other ")
                        + each.about().get("jvm.thread.state"),
                each -> each.number("count")));
  }

  private interface Wait {
    void run() throws InterruptedException;
  }

  private void start(int count, boolean daemon, Thread.State state, Wait body)
      throws InterruptedException {
    for (int i = 0; i < count; i++) {
      Thread thread = new Thread(group, () -> quietly(body), "measured " + i);
      thread.setDaemon(daemon);
      thread.start();
    }
    await(thread -> thread.isDaemon() != daemon || thread.getState() == state, threads());
  }

  private Thread[] threads() {
    Thread[] threads = new Thread[1000];
    int count = group.enumerate(threads);
    return Arrays.copyOf(threads, count);
  }

  private static void await(Predicate<Thread> condition, Thread... threads)
      throws InterruptedException {
    for (Thread thread : threads) {
      while (!condition.test(thread)) {
        Thread.sleep(1);
      }
    }
  }

  private static void quietly(Wait body) {
    try {
      body.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
