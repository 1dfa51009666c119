package dev.telemetry.agent.report.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.agent.metrics.Metric;
import dev.telemetry.agent.metrics.SeriesRegistry;
import dev.telemetry.agent.metrics.SeriesSource;
import dev.telemetry.agent.report.Deliveries;
import dev.telemetry.agent.report.GlobalTags;
import dev.telemetry.agent.report.LossReason;
import dev.telemetry.agent.report.WrittenMetrics;
import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.MetricType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LogFormatsTest {
  private static final String TIME =
      "\"time\":\"2\\d{3}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{3})?Z\"";

  private final SeriesRegistry registry = new SeriesRegistry();
  private final List<String> printed = new ArrayList<>();
  private final Deliveries deliveries = new Deliveries();
  private final LogExport text = export(new TextFormat(GlobalTags.of(Map.of()), false));
  private final LogExport json = export(new JsonFormat(GlobalTags.of(Map.of("env", "dev"))));

  @Test
  void counter_isTheStepAndTheTotal() {
    record(counter(), "POST", 1, 1);
    assertThat(lines(text)).containsExactly("my.metric{method=POST} +2, 2 in all");
    record(counter(), "POST", 1);
    assertThat(lines(text)).containsExactly("my.metric{method=POST} +1, 3 in all");
    assertThat(lines(json))
        .containsExactly(
            "{\"metric\":\"my.metric\",\"time\":\"now\",\"type\":\"counter\",\"unit\":\"\","
                + "\"tags\":{\"method\":\"POST\",\"env\":\"dev\"},\"count\":3,\"total\":3}");
  }

  @Test
  void sum_isTheStepAndTheTotal() {
    MetricDefinition sum = new MetricDefinition(MetricType.SUM, "my.metric").withUnit("By");
    record(sum, 2048);
    lines(text);
    record(sum, -48);

    assertThat(lines(text)).containsExactly("my.metric -48 By, 2000 By in all");
    assertThat(lines(json))
        .containsExactly(
            "{\"metric\":\"my.metric\",\"time\":\"now\",\"type\":\"sum\",\"unit\":\"By\","
                + "\"tags\":{\"env\":\"dev\"},\"count\":2,\"sum\":2000,\"total\":2000}");
  }

  @Test
  void lastValue_isTheValue() {
    record(new MetricDefinition(MetricType.LAST_VALUE, "my.metric"), 0.000123456);

    assertThat(lines(text)).containsExactly("my.metric = 0.000123");
    assertThat(lines(json)).singleElement().asString().endsWith(",\"value\":0.000123456}");
  }

  @Test
  void values_areThoseOfTheInterval() {
    MetricDefinition values =
        new MetricDefinition(MetricType.DISTRIBUTION, "my.metric").withUnit("s");
    record(values, 1e12);
    lines(text);
    record(values, 16e6, 16e6, 16e6);

    assertThat(lines(text))
        .singleElement()
        .asString()
        .startsWith("my.metric 3 values, mean 16 ms, p50 1")
        .endsWith(" ms")
        .contains(", p95 ", ", p99 ");
  }

  @Test
  void values_areToldByTheMetricsPercentiles() {
    Metric metric = WrittenMetrics.of("{summary: my.metric, percentiles: [0.25, 0.999]}");
    registry.series(metric).record(1);

    assertThat(lines(text)).singleElement().asString().contains(", p25 1").contains(", p99.9 1");
    assertThat(lines(json))
        .singleElement()
        .asString()
        .contains(",\"p25\":1")
        .contains("\"p99.9\":");
  }

  @Test
  void minutes_areMillisecondsToo() {
    Metric metric = WrittenMetrics.of("{sum: my.metric, unit: min}");
    registry.series(metric).record(3e9);

    assertThat(lines(text)).containsExactly("my.metric +3000 ms, 3000 ms in all");
  }

  @Test
  void metric_ofOtherReportersIsNotPrinted() {
    registry.series(WrittenMetrics.of("{counter: my.own, reporters: [log]}")).record(1);
    registry.series(WrittenMetrics.of("{counter: my.other, reporters: [statsd]}")).record(1);

    assertThat(lines(text)).containsExactly("my.own +1, 1 in all");
  }

  @Test
  void ownMetrics_arePrintedUnlessSwitchedOff() {
    record(new MetricDefinition(MetricType.COUNTER, "telemetry.own"), 1);
    assertThat(lines(text)).containsExactly("telemetry.own +1, 1 in all");
    text.ownMetrics(false);
    record(new MetricDefinition(MetricType.COUNTER, "telemetry.own"), 1);
    record(new MetricDefinition(MetricType.COUNTER, "a.metric"), 1);

    assertThat(lines(text)).containsExactly("a.metric +1, 1 in all");
  }

  @Test
  void values_areInTheMetricsUnitInJson() {
    record(new MetricDefinition(MetricType.SUMMARY, "my.metric").withUnit("s"), 5e8, 1.5e9);

    assertThat(lines(json))
        .singleElement()
        .asString()
        .contains("\"type\":\"summary\",\"unit\":\"s\"", "\"count\":2,\"sum\":2,\"p50\":0.");
  }

  @Test
  void tags_areEscapedInJson() {
    record(counter(), "a\"b\\c\nd\uD83D", 1);

    assertThat(lines(json))
        .singleElement()
        .asString()
        .contains("{\"method\":\"a\\\"b\\\\c\\u000ad\\ud83d\",");
  }

  @Test
  void export_printsOnlyWhatChangedByName() {
    record(new MetricDefinition(MetricType.COUNTER, "b.metric"), 1);
    record(new MetricDefinition(MetricType.COUNTER, "a.metric"), 1);
    assertThat(lines(text)).containsExactly("a.metric +1, 1 in all", "b.metric +1, 1 in all");

    record(new MetricDefinition(MetricType.COUNTER, "b.metric"), 1);
    assertThat(lines(text)).containsExactly("b.metric +1, 2 in all");
    assertThat(lines(text)).isEmpty();
    assertThat(deliveries.sent()).isEqualTo(3);
  }

  @Test
  void observedSeries_isPrintedWhenItsValueChanges() {
    AtomicInteger now = new AtomicInteger(1);
    registry.observe(Metric.of(gauge()), new Observed(now::get));
    assertThat(lines(text)).containsExactly("my.gauge = 1");
    assertThat(lines(text)).isEmpty();

    now.set(2);
    assertThat(lines(text)).containsExactly("my.gauge = 2");
  }

  @Test
  void observedSeries_thatFailsLeavesTheOthersAlone() {
    registry.observe(Metric.of(gauge()), new Observed(LogFormatsTest::unreadable));
    record(new MetricDefinition(MetricType.COUNTER, "a.metric"), 1);

    assertThat(lines(text)).containsExactly("a.metric +1, 1 in all");
    assertThat(deliveries).hasToString("sent 1, lost {unreadable=1}");
  }

  private static MetricDefinition gauge() {
    return new MetricDefinition(MetricType.LAST_VALUE, "my.gauge");
  }

  private static double unreadable() {
    throw new IllegalStateException("gone");
  }

  private record Observed(DoubleSupplier value) implements SeriesSource {
    @Override
    public double lastValue() {
      return value.getAsDouble();
    }
  }

  private LogExport export(LineFormat format) {
    return new LogExport(registry, format, new Lines(this::print, deliveries), deliveries);
  }

  private @Nullable LossReason print(String line) {
    printed.add(line.replaceFirst(TIME, "\"time\":\"now\""));
    return null;
  }

  private List<String> lines(LogExport export) {
    printed.clear();
    export.export(0);
    return List.copyOf(printed);
  }

  private static MetricDefinition counter() {
    return new MetricDefinition(MetricType.COUNTER, "my.metric").withTags("method");
  }

  private void record(MetricDefinition definition, String tag, double... values) {
    for (double value : values) {
      registry.series(Metric.of(definition), tag).record(value);
    }
  }

  private void record(MetricDefinition definition, double... values) {
    for (double value : values) {
      registry.series(Metric.of(definition)).record(value);
    }
  }
}
