package dev.telemetry.agent.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.agent.log.AgentLog;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PeriodicReporterTest {
  private static final long HOUR = Duration.ofHours(1).toNanos();
  private static final long SOON = Duration.ofMillis(1).toNanos();

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final Deliveries deliveries = new Deliveries();
  private final PeriodicReporter reporter =
      new PeriodicReporter(
          "test",
          "nowhere",
          deliveries,
          new AgentLog(new PrintStream(said, true, StandardCharsets.UTF_8), System::nanoTime));

  @AfterEach
  void stop() {
    reporter.stop();
  }

  @Test
  void start_exportsAgainAndAgain() throws Exception {
    CountDownLatch exports = new CountDownLatch(3);

    reporter.exporting(nanos -> exports.countDown(), SOON).start();

    assertThat(exports.await(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void start_exportsOnADaemonOfItsName() throws Exception {
    BlockingQueue<Thread> threads = new LinkedBlockingQueue<>();

    reporter.exporting(nanos -> threads.add(Thread.currentThread()), SOON).start();

    Thread thread = threads.take();
    assertThat(thread.getName()).isEqualTo("telemetry-test");
    assertThat(thread.isDaemon()).isTrue();
  }

  @Test
  void exports_thatThrowOrLoseSomethingHaveFailed() {
    AtomicInteger exports = new AtomicInteger();
    reporter.exporting(nanos -> failAtFirst(exports.incrementAndGet()), HOUR).start();
    for (int i = 0; i < 3; i++) {
      reporter.flush(System.nanoTime() + HOUR);
    }

    assertThat(deliveries.exports()).isEqualTo(3);
    assertThat(deliveries.exportFailures()).isEqualTo(2);
    assertThat(deliveries.exportNanos()).isPositive();
  }

  private void failAtFirst(int call) {
    if (call == 1) {
      throw new IllegalStateException("nobody there");
    }
    deliveries.lost("queue full", call == 2 ? 1 : 0);
  }

  @Test
  void flush_exportsNow() {
    AtomicInteger exports = new AtomicInteger();
    reporter.exporting(nanos -> exports.incrementAndGet(), HOUR).start();

    assertThat(reporter.flush(System.nanoTime() + HOUR)).isTrue();
    assertThat(reporter.flush(System.nanoTime() + HOUR)).isTrue();
    assertThat(exports).hasValue(2);
  }

  @Test
  void flush_returnsAtItsDeadline() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    reporter.exporting(nanos -> end.await(), HOUR).start();

    assertThat(reporter.flush(System.nanoTime() + SOON)).isFalse();
    end.countDown();
  }

  @Test
  void flush_isNotAnsweredByAnExportThatWasUnderWay() throws Exception {
    CountDownLatch underWay = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    AtomicInteger exports = new AtomicInteger();
    reporter
        .exporting(
            nanos -> {
              underWay.countDown();
              end.await();
              exports.incrementAndGet();
            },
            SOON)
        .start();
    underWay.await();

    new Thread(end::countDown).start();
    reporter.flush(System.nanoTime() + HOUR);

    assertThat(exports.get()).isGreaterThanOrEqualTo(2);
  }

  @Test
  void export_mayFailAndIsTriedAgain() throws Exception {
    AtomicInteger exports = new AtomicInteger();
    reporter
        .exporting(
            nanos -> {
              exports.incrementAndGet();
              throw new StackOverflowError();
            },
            HOUR)
        .start();

    reporter.flush(System.nanoTime() + HOUR);
    reporter.flush(System.nanoTime() + HOUR);

    assertThat(exports).hasValue(2);
    assertThat(deliveries).hasToString("sent 0, lost {report failed=2}");
    assertThat(said.toString(StandardCharsets.UTF_8))
        .isEqualToNormalizingNewlines("telemetry: test: cannot report: StackOverflowError\n");
  }

  @Test
  void meanwhile_isDoneBetweenTheExports() throws Exception {
    CountDownLatch done = new CountDownLatch(3);
    AtomicInteger exports = new AtomicInteger();
    reporter.exporting(new Meanwhile(done, exports), HOUR).start();

    assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(exports).hasValue(0);
    assertThat(reporter.flush(System.nanoTime() + HOUR)).isTrue();
    assertThat(exports).hasValue(1);
  }

  @Test
  void meanwhile_keepsNoExportWaiting() throws Exception {
    CountDownLatch done = new CountDownLatch(100);
    AtomicInteger exports = new AtomicInteger();
    reporter.exporting(new Meanwhile(done, exports), 5 * SOON).start();

    assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(exports).hasPositiveValue();
  }

  @Test
  void stop_closesTheExportOnItsThread() throws Exception {
    BlockingQueue<String> closedOn = new LinkedBlockingQueue<>();
    reporter.exporting(new Closing(closedOn), HOUR).start();

    reporter.stop();

    assertThat(closedOn.take()).isEqualTo("telemetry-test");
  }

  @Test
  void flush_endsWhenTheReporterStops() {
    reporter.exporting(nanos -> {}, HOUR);
    reporter.stop();

    assertThat(reporter.flush(System.nanoTime() + HOUR)).isFalse();
  }

  @Test
  void deliveries_countLossesByReason() {
    deliveries.sent(5);
    deliveries.lost("refused", 2);
    deliveries.lost("refused", 1);
    deliveries.lost("failed", 0);

    assertThat(deliveries).hasToString("sent 5, lost {refused=3}");
    assertThat(deliveries.lostInAll()).isEqualTo(3);
    assertThat(List.copyOf(deliveries.lost().keySet())).containsExactly("refused");
  }

  private record Meanwhile(CountDownLatch done, AtomicInteger exports) implements Export {
    @Override
    public void export(long nanos) {
      exports.incrementAndGet();
    }

    @Override
    public long meanwhileEvery() {
      return SOON;
    }

    @Override
    public void meanwhile() {
      done.countDown();
    }
  }

  private record Closing(BlockingQueue<String> closedOn) implements Export {
    @Override
    public void export(long nanos) {}

    @Override
    public void close() {
      closedOn.add(Thread.currentThread().getName());
    }
  }
}
