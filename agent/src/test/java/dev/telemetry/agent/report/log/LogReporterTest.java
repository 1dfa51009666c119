package dev.telemetry.agent.report.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.Measurements;
import dev.telemetry.Metadata;
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
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LogReporterTest {
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final SeriesRegistry registry = new SeriesRegistry();
  private final Bus bus = new Bus();

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

  @Test
  void file_hasTheLinesWithTheirTimeAndStderrNone(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("a.log");
    report("format: text, file: " + file);
    report("format: json, file: " + file);

    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0)).matches("2\\d{3}-\\S+Z shop\\.logins \\+1, 1 in all");
    assertThat(lines.get(1)).startsWith("{\"metric\":\"shop.logins\",\"time\":\"2");
    assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void events_arePrintedLongBeforeTheNextReport() throws InterruptedException {
    Reporter reporter = reporter("format: text, events: [shop.*]");
    reporter.start();
    while (bus.handlers("").isEmpty()) {
      Thread.onSpinWait();
    }
    bus.event("shop.sold").execute(Measurements.none(), Metadata.of("item", "book"));

    while (!said.toString(StandardCharsets.UTF_8).contains("shop.sold{item=book}")) {
      Thread.sleep(1);
    }
    reporter.stop();
  }

  private void report(String section) {
    Reporter reporter = reporter(section);
    reporter.start();
    MetricDefinition logins = new MetricDefinition(MetricType.COUNTER, "shop.logins");
    registry.series(Metric.of(logins)).record(1);
    assertThat(reporter.flush(System.nanoTime() + Duration.ofSeconds(50).toNanos())).isTrue();
    reporter.stop();
  }

  private Reporter reporter(String section) {
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    ReporterContext context =
        new ReporterContext(bus, registry, new AgentLog(out, System::nanoTime));
    var root = ConfigFixture.yaml("log: {every: 1h, " + section + "}").load().root();
    return Objects.requireNonNull(
            new LogReporterFactory().read(root.child("log"), GlobalTags.of(Map.of())))
        .apply(context);
  }
}
