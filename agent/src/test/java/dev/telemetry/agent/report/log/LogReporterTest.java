package dev.telemetry.agent.report.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.agent.config.ConfigFixture;
import dev.telemetry.agent.log.AgentLog;
import dev.telemetry.agent.metrics.Metric;
import dev.telemetry.agent.metrics.SeriesRegistry;
import dev.telemetry.agent.report.GlobalTags;
import dev.telemetry.agent.report.Reporter;
import dev.telemetry.agent.report.ReporterContext;
import dev.telemetry.bus.Bus;
import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.MetricType;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LogReporterTest {
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final SeriesRegistry registry = new SeriesRegistry();

  @Test
  void flush_printsTextBehindThePrefix() {
    report("format: text");

    assertThat(said.toString(StandardCharsets.UTF_8))
        .isEqualToNormalizingNewlines("telemetry: shop.logins +1, 1 in all\n");
  }

  @Test
  void flush_printsJsonBare() {
    report("format: json");

    assertThat(said.toString(StandardCharsets.UTF_8)).startsWith("{\"metric\":\"shop.logins\",");
  }

  private void report(String section) {
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    ReporterContext context =
        new ReporterContext(new Bus(), registry, new AgentLog(out, System::nanoTime));
    var root = ConfigFixture.yaml("log: {every: 1h, " + section + "}").load().root();
    Reporter reporter =
        Objects.requireNonNull(
                new LogReporterFactory().read(root.child("log"), GlobalTags.of(Map.of())))
            .apply(context);
    reporter.start();
    MetricDefinition logins = new MetricDefinition(MetricType.COUNTER, "shop.logins");
    registry.series(Metric.of(logins)).record(1);
    assertThat(reporter.flush(System.nanoTime() + Duration.ofSeconds(50).toNanos())).isTrue();
    reporter.stop();
  }
}
