package dev.telemetry.agent.poller;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.agent.log.AgentLog;
import dev.telemetry.bus.Bus;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RetriedTest {
  private static final long EVERY = TimeUnit.SECONDS.toNanos(5);

  private final Emitted emitted = new Emitted();
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final AgentLog log = new AgentLog(new PrintStream(written, true, UTF_8), () -> 0);
  private int calls;
  private @Nullable Throwable thrown;

  @Test
  void failure_isToldAsAnEventAndInTheLog() {
    thrown = new IllegalStateException("no bean");
    measure(retried(emitted.bus), 1);

    Emitted.One failure = emitted.only();
    assertThat(failure.name()).isEqualTo("telemetry.poller.failure");
    assertThat(failure.numbers()).containsEntry("failures", 1);
    assertThat(failure.about())
        .containsEntry("poller.id", "jvm.memory")
        .containsEntry("error.type", "java.lang.IllegalStateException")
        .containsEntry("error.message", "no bean")
        .containsEntry("reason", thrown);
    assertThat(written.toString(UTF_8))
        .isEqualToIgnoringNewLines(
            "telemetry: vm: cannot measure jvm.memory, will try again:"
                + " IllegalStateException: no bean");
  }

  @Test
  void failures_doubleTheTimeBetweenTries() {
    thrown = new IllegalStateException();
    measure(retried(emitted.bus), 1 + 2 + 4 + 8);

    // at turns 0, 2, 6 and 14
    assertThat(calls).isEqualTo(4);
    assertThat(emitted.events.get(3).numbers()).containsEntry("failures", 4);
  }

  @Test
  void failures_areTriedAgainEveryFiveMinutesAtLeast() {
    thrown = new IllegalStateException();
    Retried retried = retried(emitted.bus);
    measure(retried, 1000);
    int before = calls;
    measure(retried, 60);

    assertThat(calls).isEqualTo(before + 1);
  }

  @Test
  void success_endsTheDelay() {
    thrown = new IllegalStateException();
    Retried retried = retried(emitted.bus);
    measure(retried, 2);
    thrown = null;
    measure(retried, 10);

    assertThat(calls).isEqualTo(1 + 10);
  }

  @Test
  void whatTheVmHasNoMeansFor_isToldOnceAndLeftOut() {
    thrown = new NoClassDefFoundError("java/lang/management/MemoryPoolMXBean");
    measure(retried(emitted.bus), 100);

    assertThat(calls).isEqualTo(1);
    assertThat(emitted.events).isEmpty();
    assertThat(written.toString(UTF_8).lines()).hasSize(1);
  }

  @Test
  void eventThatNobodyWants_isNotMeasured() {
    measure(retried(new Bus()), 10);

    assertThat(calls).isZero();
  }

  private Retried retried(Bus bus) {
    return new Retried(
        bus.event("jvm.memory"), name -> event -> fail(), new PollFailures(bus, log));
  }

  private void fail() throws Exception {
    calls++;
    if (thrown instanceof Error) {
      throw (Error) thrown;
    }
    if (thrown != null) {
      throw (Exception) thrown;
    }
  }

  private long turn = Long.MIN_VALUE / 2; // System.nanoTime() may be anything

  /** Gives it that many turns. */
  private void measure(Retried retried, int turns) {
    for (int i = 0; i < turns; i++) {
      retried.measure(turn, EVERY);
      turn += EVERY;
    }
  }
}
