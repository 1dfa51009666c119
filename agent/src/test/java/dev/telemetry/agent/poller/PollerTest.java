package dev.telemetry.agent.poller;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PollerTest {
  private static final long HOURLY = TimeUnit.HOURS.toNanos(1);

  private final List<String> done = new CopyOnWriteArrayList<>();
  private final Semaphore polls = new Semaphore(0);
  private final Poller.Work work =
      new Poller.Work() {
        @Override
        public void begin(Poller poller) {
          done.add("begin");
        }

        @Override
        public void poll(long nanos, long everyNanos) {
          done.add("poll");
          polls.release();
        }

        @Override
        public void end() {
          done.add("end");
        }
      };
  private final Poller poller = new Poller(work, HOURLY);

  @AfterEach
  void stop() {
    poller.stop();
  }

  @Test
  void start_pollsAtOnce() throws InterruptedException {
    poller.start();

    awaitPolls(1);
    assertThat(done).startsWith("begin", "poll");
  }

  @Test
  void stop_pollsALastTime() throws InterruptedException {
    poller.start();
    awaitPolls(1);
    poller.stop();

    assertThat(poller.awaitEnd(System.nanoTime() + HOURLY)).isTrue();
    assertThat(done).containsExactly("begin", "poll", "poll", "end");
  }

  @Test
  void errands_areDoneInBetweenAndAtTheEnd() throws InterruptedException {
    CountDownLatch busy = new CountDownLatch(1);
    CountDownLatch hold = new CountDownLatch(1);
    poller.start();
    poller.errand(busy::countDown);
    poller.errand(() -> awaitQuietly(hold));
    busy.await();
    poller.stop();
    poller.errand(() -> done.add("late errand"));
    hold.countDown();

    assertThat(poller.awaitEnd(System.nanoTime() + HOURLY)).isTrue();
    assertThat(done).containsExactly("begin", "poll", "poll", "end", "late errand");
  }

  @Test
  void every_changesTheInterval() throws InterruptedException {
    poller.start();
    awaitPolls(1);
    poller.every(TimeUnit.MILLISECONDS.toNanos(1));

    awaitPolls(3);
  }

  @Test
  void errand_isRefusedWhereTooManyWait() throws InterruptedException {
    CountDownLatch hold = new CountDownLatch(1);
    poller.start();
    poller.errand(() -> awaitQuietly(hold));
    int taken = 0;
    while (poller.errand(() -> {}) && taken < 5000) {
      taken++;
    }
    hold.countDown();

    assertThat(taken).isBetween(1000, 1100);
  }

  @Test
  void thread_isADaemonWithoutTheApplicationsLoader() throws InterruptedException {
    Thread[] own = new Thread[1];
    CountDownLatch known = new CountDownLatch(1);
    poller.start();
    poller.errand(
        () -> {
          own[0] = Thread.currentThread();
          known.countDown();
        });
    known.await();

    assertThat(own[0].isDaemon()).isTrue();
    assertThat(own[0].getName()).isEqualTo("telemetry-poller");
    assertThat(own[0].getContextClassLoader()).isNull();
  }

  private void awaitPolls(int count) throws InterruptedException {
    assertThat(polls.tryAcquire(count, 1, TimeUnit.MINUTES)).isTrue();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
