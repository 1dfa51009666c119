package dev.telemetry.agent.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AgentLogTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final AtomicLong clock = new AtomicLong();
  private final AgentLog log =
      new AgentLog(new PrintStream(bytes, true, StandardCharsets.UTF_8), clock::get);

  @Test
  void say_writesOneLineBehindThePrefix() {
    log.say("started");

    assertThat(lines()).containsExactly("telemetry: started");
  }

  @Test
  void say_makesOneLineOfMany() {
    log.say("first\n  second\r\nthird");

    assertThat(lines()).containsExactly("telemetry: first / second / third");
  }

  @Test
  void say_holdsTheSameMessageBackForAMinute() {
    log.say("no server");
    clock.addAndGet(Duration.ofSeconds(59).toNanos());
    log.say("no server");
    log.say("other");

    assertThat(lines()).containsExactly("telemetry: no server", "telemetry: other");
  }

  @Test
  void say_tellsHowOftenAMessageWasHeldBack() {
    log.say("no server");
    log.say("no server");
    log.say("no server");
    clock.addAndGet(Duration.ofMinutes(1).toNanos());
    log.say("no server");
    clock.addAndGet(Duration.ofMinutes(1).toNanos());
    log.say("no server");

    assertThat(lines())
        .containsExactly(
            "telemetry: no server", "telemetry: no server (2 times more)", "telemetry: no server");
  }

  @Test
  void say_remembersABoundedNumberOfMessages() {
    log.say("first");
    for (int i = 0; i < 256; i++) {
      log.say("message " + i);
    }
    log.say("first");

    assertThat(lines()).hasSize(258);
  }

  @Test
  void failure_tellsTheReason() {
    log.failure("statsd: cannot send", new IllegalStateException("closed"));
    log.failure("statsd: cannot resolve", new IllegalStateException());

    assertThat(lines())
        .containsExactly(
            "telemetry: statsd: cannot send: IllegalStateException: closed",
            "telemetry: statsd: cannot resolve: IllegalStateException");
  }

  @Test
  void failure_survivesACauseThatCannotTell() {
    log.failure("handler failed", new BrokenMessage());

    assertThat(lines()).containsExactly("telemetry: handler failed: BrokenMessage");
  }

  @Test
  void data_isWrittenAsItIs() {
    log.data("{\"a\":1}");
    log.data("{\"a\":1}");

    assertThat(lines()).containsExactly("{\"a\":1}", "{\"a\":1}");
  }

  @Test
  void say_neverThrows() {
    AgentLog broken =
        new AgentLog(
            System.err,
            () -> {
              throw new IllegalStateException("no clock");
            });

    assertThatCode(() -> broken.say("anything")).doesNotThrowAnyException();
  }

  private List<String> lines() {
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private static final class BrokenMessage extends RuntimeException {
    private static final long serialVersionUID = 1;

    @Override
    public String getMessage() {
      throw new IllegalStateException("broken");
    }
  }

  @Test
  void recent_keepsTheLastOfWhatWasSaid() {
    for (int i = 1; i <= 60; i++) {
      log.say("line " + i);
    }
    log.report("a report");

    assertThat(log.recent()).hasSize(50);
    assertThat(log.recent().get(0)).matches("\\d{13,} line 11");
    assertThat(log.recent().get(49)).endsWith(" line 60");
  }
}
