package dev.telemetry.agent.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.agent.metrics.Unmatched;
import dev.telemetry.instrumentation.InstrumentationModule;
import dev.telemetry.instrumentation.jdbc.JdbcModule;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UnmatchedReportTest {
  private static final String WAITING =
      "telemetry: metrics that wait for an event nobody has emitted so far: ";

  private final ReloadFixture agent =
      new ReloadFixture(
          new InstrumentationModule[] {new JdbcModule()},
          "metrics:",
          "- counter: order.plcaed.count",
          "- counter: order.paid.count");
  private final UnmatchedReport report =
      new UnmatchedReport(new Unmatched(agent.bus, agent.binder), agent.log);

  @AfterEach
  void close() {
    agent.close();
  }

  @Test
  void waitingMetric_isToldOnceWithTheNearestEvent() {
    emitted("order.placed");
    emitted("order.paid");

    assertThat(afterLooks(1)).isEmpty();
    assertThat(afterLooks(3))
        .containsExactly(
            WAITING + "order.plcaed.count for order.plcaed (did you mean \"order.placed\"?)");
  }

  @Test
  void waitingMetric_thatHasMetAtTheSecondLookIsNotTold() {
    report.look();
    emitted("order.plcaed");
    emitted("order.paid");

    assertThat(afterLooks(2)).isEmpty();
  }

  @Test
  void waitingMetric_isToldOfAReloadToo() {
    emitted("order.plcaed");
    emitted("order.paid");
    afterLooks(2);

    agent.reload("metrics:", "- counter: order.paid.count", "- counter: user.left.count");
    agent.said();

    assertThat(afterLooks(3)).containsOnlyOnce(WAITING + "user.left.count for user.left");
  }

  @Test
  void unheardEvents_areToldOnce() {
    meetAll();
    emitted("mail.sent.start", "mail.sent.stop", "mail.sent.exception");
    emitted("mail.lost");
    agent.bus.event("our.own");

    assertThat(afterLooks(3))
        .containsExactly(
            "telemetry: events that no metric and no handler hears: mail.lost, mail.sent");
  }

  @Test
  void unheardEvents_areBoundedInTheirLine() {
    meetAll();
    for (int i = 0; i < 50; i++) {
      emitted("made.up.nr" + i);
    }

    assertThat(afterLooks(3)).singleElement().asString().endsWith(" and 40 more");
  }

  @Test
  void metricWithoutMeasurement_isToldOnce() {
    meetAll();
    agent.reload("metrics:", "- sum: order.paid.amuont");
    agent.said();
    agent.emit("order.paid");

    assertThat(afterLooks(3))
        .contains(
            "telemetry: metrics that found nothing to measure so far:"
                + " order.paid.amuont (no event had \"amuont\")");
  }

  private void meetAll() {
    emitted("order.plcaed");
    emitted("order.paid");
  }

  private List<String> afterLooks(int looks) {
    for (int i = 0; i < looks; i++) {
      report.look();
    }
    return agent.said();
  }

  /** What the application's copy of the API asks before it hands its first event over. */
  private void emitted(String... events) {
    for (String event : events) {
      assertThat(agent.bus.protocol().apply(new Object[] {"cell", event})).isNotNull();
    }
  }
}
