package dev.telemetry.agent.report.statsd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.agent.config.ConfigFixture;
import dev.telemetry.agent.log.AgentLog;
import dev.telemetry.agent.metrics.Metric;
import dev.telemetry.agent.metrics.SeriesRegistry;
import dev.telemetry.agent.metrics.SeriesSource;
import dev.telemetry.agent.report.GlobalTags;
import dev.telemetry.agent.report.Reporter;
import dev.telemetry.agent.report.ReporterContext;
import dev.telemetry.bus.Bus;
import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.MetricType;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The whole way from a recorded value to a server. */
@Timeout(60)
class StatsdReporterTest {
  private final SeriesRegistry registry = new SeriesRegistry();

  @Test
  void flush_sendsWhatWasRecorded() throws IOException {
    try (UdpServer server = UdpServer.on(InetAddress.getLoopbackAddress())) {
      Reporter reporter = started("flavor: datadog, port: " + server.port());
      record(MetricType.COUNTER, "shop.logins", 1);
      record(MetricType.DISTRIBUTION, "shop.query", 2);

      assertThat(reporter.flush(deadline())).isTrue();

      assertThat(server.receive().lines())
          .containsExactlyInAnyOrder("shop.logins:1|c|#env:dev", "shop.query:2|d|#env:dev");
      assertThat(reporter.deliveries()).hasToString("sent 2, lost 0");
      reporter.stop();
    }
  }

  @Test
  void flush_sendsWhatASeriesThatIsGoneHasCountedLast() throws IOException {
    try (UdpServer server = UdpServer.on(InetAddress.getLoopbackAddress())) {
      Reporter reporter = started("flavor: datadog, port: " + server.port());
      record(MetricType.COUNTER, "shop.logins", 1);
      record(MetricType.LAST_VALUE, "shop.open", 1);
      reporter.flush(deadline());
      record(MetricType.COUNTER, "shop.logins", 1);
      record(MetricType.COUNTER, "shop.logins", 1);
      record(MetricType.LAST_VALUE, "shop.open", 2);
      registry.forEach(registry::remove);
      reporter.flush(deadline());

      assertThat(server.receive().lines()).hasSize(2);
      assertThat(server.receive()).isEqualToIgnoringNewLines("shop.logins:2|c|#env:dev");
      reporter.stop();
    }
  }

  @Test
  void seriesThatCannotBeRead_isCountedAndLeavesTheOthersAlone() throws IOException {
    try (UdpServer server = UdpServer.on(InetAddress.getLoopbackAddress())) {
      Reporter reporter = started("flavor: datadog, own-metrics: false, port: " + server.port());
      Metric broken = Metric.of(new MetricDefinition(MetricType.LAST_VALUE, "shop.broken"));
      registry.observe(broken, new Broken());
      record(MetricType.COUNTER, "shop.logins", 1);
      reporter.flush(deadline());

      assertThat(server.receive()).isEqualToIgnoringNewLines("shop.logins:1|c|#env:dev");
      assertThat(reporter.deliveries()).hasToString("sent 1, lost {unreadable=1}");
      reporter.stop();
    }
  }

  @Test
  void start_succeedsWithAHostThatCannotBeResolved() {
    Reporter reporter = started("host: no-such-host.invalid");
    record(MetricType.COUNTER, "shop.logins", 1);

    assertThat(reporter.flush(deadline())).isTrue();

    assertThat(reporter.deliveries().lost()).isEqualTo(Map.of(Sender.UNRESOLVED.text(), 1L));
    reporter.stop();
  }

  private static final class Broken implements SeriesSource {
    @Override
    public double lastValue() {
      throw new IllegalStateException("gone");
    }
  }

  private void record(MetricType type, String name, double value) {
    registry.series(Metric.of(new MetricDefinition(type, name))).record(value);
  }

  private Reporter started(String section) {
    var root = ConfigFixture.yaml("statsd: {every: 1h, " + section + "}").load().root();
    GlobalTags tags = GlobalTags.of(Map.of("env", "dev"));
    Reporter reporter =
        Objects.requireNonNull(new StatsdReporterFactory(null).read(root.child("statsd"), tags))
            .apply(new ReporterContext(new Bus(), registry, AgentLog.stderr()));
    reporter.start();
    return reporter;
  }

  private static long deadline() {
    return System.nanoTime() + Duration.ofSeconds(50).toNanos();
  }
}
