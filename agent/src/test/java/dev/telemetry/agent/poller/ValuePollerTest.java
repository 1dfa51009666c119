package dev.telemetry.agent.poller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.agent.log.AgentLog;
import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.PulledValues;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ValuePollerTest {
  private static final PulledValues.Sink NOWHERE =
      new PulledValues.Sink() {
        @Override
        public void record(MetricDefinition metric, String[] tagValues, double measured) {}

        @Override
        public void remove(MetricDefinition metric, String[] tagValues) {}
      };

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final AgentLog log =
      new AgentLog(new PrintStream(said, true, StandardCharsets.UTF_8), () -> 0);

  @Test
  void stop_asksALastTime() {
    AtomicInteger asked = new AtomicInteger();
    ValuePoller poller = new ValuePoller(List.of(sink -> asked.incrementAndGet()), NOWHERE, log);
    poller.start();
    stop(poller);

    assertThat(asked).hasValueGreaterThanOrEqualTo(1);
    int last = asked.get();
    stop(poller);
    assertThat(asked).hasValue(last);
  }

  @Test
  void sourceThatThrows_isToldAndHindersNoOther() {
    AtomicInteger asked = new AtomicInteger();
    PulledValues broken =
        sink -> {
          throw new NoClassDefFoundError("io/micrometer/Gone");
        };
    ValuePoller poller =
        new ValuePoller(List.of(broken, sink -> asked.incrementAndGet()), NOWHERE, log);
    poller.start();
    stop(poller);

    assertThat(asked).hasValueGreaterThanOrEqualTo(1);
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("io/micrometer/Gone");
  }

  @Test
  void withoutSources_thereIsNothingToStop() {
    ValuePoller poller = new ValuePoller(List.of(), NOWHERE, log);
    poller.start();
    stop(poller);

    assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  private static void stop(ValuePoller poller) {
    poller.stop(System.nanoTime() + TimeUnit.SECONDS.toNanos(30));
  }
}
