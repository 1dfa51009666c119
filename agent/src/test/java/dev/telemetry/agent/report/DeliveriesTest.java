package dev.telemetry.agent.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.agent.log.AgentLog;
import dev.telemetry.agent.metrics.Series;
import dev.telemetry.agent.metrics.SeriesRegistry;
import dev.telemetry.bus.Bus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeliveriesTest {
  private final SeriesRegistry registry = new SeriesRegistry();
  private final ReporterContext context =
      new ReporterContext(new Bus(), registry, AgentLog.stderr());

  @Test
  void deliveries_areTheSameForReportersOfOneName() {
    context.deliveries("statsd").sent(3);

    assertThat(context.deliveries("statsd").sent()).isEqualTo(3);
    assertThat(context.deliveries("otlp").sent()).isZero();
  }

  @Test
  void loss_isASeriesForEachReason() {
    Deliveries deliveries = context.deliveries("statsd");
    deliveries.lost("send failed", 2);
    deliveries.lost("send failed", 3);
    deliveries.lost("host unresolved", 1);

    assertThat(series())
        .containsExactlyInAnyOrder(
            "telemetry.reporter.lost [statsd, send failed] 5",
            "telemetry.reporter.lost [statsd, host unresolved] 1");
  }

  @Test
  void whatWaits_isLostOnceNobodyWillSendIt() {
    Deliveries deliveries = context.deliveries("otlp");
    deliveries.waiting(9);
    deliveries.waiting(7);
    deliveries.settled(5);
    deliveries.giveUp("unsent at the end");
    deliveries.giveUp("unsent at the end");

    assertThat(deliveries.lost()).isEqualTo(Map.of("unsent at the end", 2L));
  }

  @Test
  void exports_areCountedWithTheirTime() {
    Deliveries deliveries = context.deliveries("otlp");
    deliveries.exported(5, false);
    deliveries.exported(7, true);

    assertThat(deliveries.exports()).isEqualTo(2);
    assertThat(deliveries.exportFailures()).isEqualTo(1);
    assertThat(deliveries.exportNanos()).isEqualTo(12);
  }

  @Test
  void exportThatHasToBeTriedAgain_hasFailed() {
    Deliveries deliveries = context.deliveries("otlp");
    deliveries.postpone();
    deliveries.exported(5, false);
    deliveries.exported(7, false);

    assertThat(deliveries.exportFailures()).isEqualTo(1);
  }

  @Test
  void loss_isNoSeriesWhileThereIsNone() {
    context.deliveries("statsd").lost("send failed", 0);

    assertThat(series()).isEmpty();
  }

  private List<String> series() {
    List<String> all = new ArrayList<>();
    registry.forEach((Series series) -> all.add(text(series)));
    return all;
  }

  private static String text(Series series) {
    String name = series.metric().definition().name();
    return name + " " + series.tagValues() + " " + series.count();
  }
}
