package dev.telemetry.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.telemetry.CapturedErr;
import dev.telemetry.Measurements;
import dev.telemetry.Metadata;
import dev.telemetry.OnFailure;
import dev.telemetry.bus.Bus;
import dev.telemetry.poll.PollInfo.State;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PollerTest {
  private static final Duration SHORT = Duration.ofMillis(10);
  private static final Duration LONG = Duration.ofHours(1);

  private final Bus bus = new Bus();
  private final Poller poller = new Poller(bus);
  private final BlockingQueue<Map<String, Object>> failures = new LinkedBlockingQueue<>();
  private final AtomicInteger runs = new AtomicInteger();
  private final CountDownLatch hold = new CountDownLatch(1);

  @AfterEach
  void stop() {
    hold.countDown();
    poller.measurements().forEach(info -> poller.remove(info.id()));
  }

  @Test
  void measurement_isCalledAtOnceAndAgain() {
    poller.add("counted", SHORT, runs::incrementAndGet);

    await(() -> runs.get() >= 5);
  }

  @Test
  void measurement_isCalledOnceUntilItsPeriodIsOver() {
    poller.add("seldom", LONG, runs::incrementAndGet);
    poller.add("often", SHORT, () -> {});

    await(() -> runsOf("often") >= 20);
    assertThat(runs).hasValue(1);
  }

  @Test
  void removedMeasurement_isCalledNoMore() {
    poller.add("counted", SHORT, runs::incrementAndGet);
    await(() -> runs.get() > 0);

    assertThat(poller.remove("counted")).isTrue();

    poller.add("other", SHORT, () -> {});
    await(() -> runsOf("other") >= 2);
    int before = runs.get();
    await(() -> runsOf("other") >= 20);
    assertThat(runs).hasValue(before);
    assertThat(poller.remove("counted")).isFalse();
  }

  @Test
  void sameId_isRefused() {
    poller.add("one", LONG, () -> {});

    assertThatThrownBy(() -> poller.add("one", LONG, () -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a measurement 'one' is there already");
  }

  @Test
  void tooShortPeriod_isRefused() {
    assertThatThrownBy(() -> poller.add("one", Duration.ofMillis(9), () -> {}))
        .hasMessage("expected a period of 10 ms at least, got PT0.009S");
  }

  @Test
  void failure_isToldByAnEventAndALine() throws Exception {
    recordFailures();
    try (CapturedErr err = new CapturedErr()) {
      poller.add("broken", LONG, () -> fail("no such queue"));

      assertThat(failures.take())
          .containsEntry("poller.id", "broken")
          .containsEntry("error.type", "java.lang.IllegalStateException")
          .containsEntry("error.message", "no such queue")
          .containsEntry("kind", "exception")
          .containsEntry("failures", 1);
      await(() -> !err.lines().isEmpty());
      assertThat(err.lines())
          .containsExactly(
              "telemetry: measurement 'broken' has failed, 1 in a row:"
                  + " java.lang.IllegalStateException: no such queue");
    }
  }

  @Test
  void failingMeasurement_isCalledLessOftenAndComesBack() {
    poller.add("once", SHORT, () -> failUntil(6));
    await(() -> infoOf("once").state() == State.FAILING);

    await(() -> infoOf("once").state() == State.WELL);

    PollInfo info = infoOf("once");
    assertThat(info.failures()).isEqualTo(5);
    await(() -> runsOf("once") > 10);
  }

  @Test
  void failingMeasurement_holdsUpNoOther() {
    poller.add("broken", SHORT, () -> fail("always"));
    poller.add("well", SHORT, () -> {});

    await(() -> runsOf("well") >= 50);

    assertThat(runsOf("broken")).isBetween(1L, 10L);
    assertThat(infoOf("well").failures()).isZero();
  }

  @Test
  void errors_areFailuresToo() throws Exception {
    recordFailures();
    poller.add(
        "deep",
        LONG,
        () -> {
          throw new StackOverflowError();
        });

    assertThat(failures.take()).containsEntry("kind", "error");
  }

  @Test
  void hangingMeasurements_holdUpNoOther() {
    for (int i = 0; i < 8; i++) {
      poller.add("hanging " + i, SHORT, hold::await);
    }
    poller.add("well", SHORT, () -> {});

    await(() -> runsOf("well") >= 20);
    await(() -> infoOf("hanging 7").state() == State.HANGING);
    assertThat(infoOf("hanging 0").runs()).isEqualTo(1);
    assertThat(infoOf("hanging 0").failures()).isEqualTo(1);
  }

  @Test
  void hangingMeasurement_isToldOnceWithItsTime() throws Exception {
    recordFailures();
    poller.add("hanging", SHORT, hold::await);

    assertThat(failures.take())
        .containsEntry("poller.id", "hanging")
        .containsEntry("error.type", "timeout")
        .containsEntry("error.message", "has not returned within 1000 ms");
    poller.add("well", SHORT, () -> {});
    await(() -> runsOf("well") >= 20);
    assertThat(failures).isEmpty();
  }

  @Test
  void hangingMeasurement_thatReturnsIsCalledAgain() {
    poller.add("late", SHORT, hold::await);
    await(() -> infoOf("late").state() == State.HANGING);

    hold.countDown();

    await(() -> infoOf("late").state() == State.WELL && runsOf("late") >= 5);
  }

  @Test
  void threadThatCannotBeHad_isAFailureThatPasses() throws Exception {
    recordFailures();
    AtomicInteger asked = new AtomicInteger();
    PollThreads threads = new PollThreads("test");
    Workers workers =
        new Workers(
            work -> {
              if (asked.incrementAndGet() == 1) {
                throw new OutOfMemoryError("unable to create native thread");
              }
              return threads.newThread(work);
            });
    Poller late = new Poller(bus, workers);
    late.add("late", SHORT, runs::incrementAndGet);

    assertThat(failures.take()).containsEntry("error.type", "java.lang.OutOfMemoryError");
    await(() -> runs.get() >= 5);
    late.remove("late");
  }

  @Test
  void threads_areDaemonsNamedAfterTheirRole() throws Exception {
    BlockingQueue<Thread> thread = new LinkedBlockingQueue<>();
    poller.add("thread", LONG, () -> thread.add(Thread.currentThread()));

    Thread worker = thread.take();

    assertThat(worker.getName()).isEqualTo("telemetry-poll");
    assertThat(worker.isDaemon()).isTrue();
  }

  private void recordFailures() {
    bus.attach("failures", List.of("telemetry.poller.failure"), this::record, OnFailure.detach());
  }

  private void record(String event, Measurements measurements, Metadata metadata) {
    Map<String, Object> told = new HashMap<>(metadata.toMap());
    told.putAll(measurements.toMap());
    failures.add(told);
  }

  private void failUntil(int run) {
    if (runs.incrementAndGet() < run) {
      fail("not yet");
    }
  }

  private static void fail(String message) {
    throw new IllegalStateException(message);
  }

  private long runsOf(String id) {
    return infoOf(id).runs();
  }

  private PollInfo infoOf(String id) {
    return poller.measurements().stream().filter(info -> info.id().equals(id)).findAny().get();
  }

  private static void await(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
    }
  }
}
