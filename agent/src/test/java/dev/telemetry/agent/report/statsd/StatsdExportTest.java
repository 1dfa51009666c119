package dev.telemetry.agent.report.statsd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.telemetry.agent.metrics.Metric;
import dev.telemetry.agent.metrics.SeriesSource;
import dev.telemetry.agent.report.WrittenMetrics;
import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.MetricType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatsdExportTest {
  private static final String STANDARD = "{flavor: standard}";
  private static final String DATADOG = "{flavor: datadog}";
  private static final MetricDefinition COUNTER = LinesOf.metric(MetricType.COUNTER);
  private static final MetricDefinition SUM = LinesOf.metric(MetricType.SUM);
  private static final MetricDefinition GAUGE = LinesOf.metric(MetricType.LAST_VALUE);
  private static final MetricDefinition VALUES = LinesOf.metric(MetricType.DISTRIBUTION);

  @Test
  void counter_isSentAsTheStepSinceTheLastFlush() {
    LinesOf lines = LinesOf.section(STANDARD);

    assertThat(lines.record(COUNTER, 1, 1, 1).flush()).containsExactly("my.metric:3|c");
    assertThat(lines.record(COUNTER, 1, 1).flush()).containsExactly("my.metric:2|c");
  }

  @Test
  void nothing_isSentWhereNothingHappened() {
    LinesOf lines = LinesOf.section(STANDARD);
    lines.record(COUNTER, 1).record(SUM, 1).record(VALUES, 1).flush();

    assertThat(lines.flush()).isEmpty();
    assertThat(lines.datagrams).isEmpty();
  }

  @Test
  void metric_ofOtherReportersIsNotSent() {
    LinesOf lines = LinesOf.section(STANDARD);
    for (String reporter : List.of("log", "statsd")) {
      String rest = ": my." + reporter + ", reporters: [" + reporter + "]}";
      lines.registry.series(WrittenMetrics.of("{counter" + rest)).record(1);
      lines.registry.series(WrittenMetrics.of("{summary" + rest)).record(1);
    }

    assertThat(lines.flush()).containsExactly("my.statsd:1|ms", "my.statsd:1|c");
  }

  @Test
  void minutes_areMilliseconds() {
    LinesOf lines = LinesOf.section(STANDARD);
    lines.registry.series(WrittenMetrics.of("{summary: my.metric, unit: min}")).record(3e9);

    assertThat(lines.flush()).containsExactly("my.metric:3000|ms");
  }

  @Test
  void sum_isSentAsTheStepSinceTheLastFlush() {
    LinesOf lines = LinesOf.section(STANDARD);

    assertThat(lines.record(SUM, 1, 2.5).flush()).containsExactly("my.metric:+3.5|g");
    assertThat(lines.record(SUM, -5).flush()).containsExactly("my.metric:-5|g");
  }

  @Test
  void sum_hasNoDigitsThatNobodyMeasured() {
    LinesOf lines = LinesOf.section(DATADOG);

    assertThat(lines.record(SUM, 0.1, 0.2).flush()).containsExactly("my.metric:0.3|c");
    assertThat(lines.record(SUM, 0.7).flush()).containsExactly("my.metric:0.7|c");
  }

  @Test
  void sum_keepsForLaterWhatRoundingLeavesOut() {
    LinesOf lines = LinesOf.section("{rounding: integer}");

    assertThat(lines.record(SUM, 0.4).flush()).isEmpty();
    assertThat(lines.record(SUM, 0.4).flush()).containsExactly("my.metric:+1|g");
    assertThat(lines.record(SUM, 0.4).flush()).isEmpty();
  }

  @Test
  void gauge_isSentWhenItChanges() {
    LinesOf lines = LinesOf.section(STANDARD);

    assertThat(lines.record(GAUGE, 1).flush()).containsExactly("my.metric:1|g");
    assertThat(lines.record(GAUGE, 1).flush()).isEmpty();
    assertThat(lines.record(GAUGE, 2).flush()).containsExactly("my.metric:2|g");
  }

  @Test
  void gauge_isSentAgainEveryTenSeconds() {
    LinesOf lines = LinesOf.section(STANDARD);
    lines.record(GAUGE, 1).flush();

    assertThat(lines.after(Duration.ofSeconds(9)).flush()).isEmpty();
    assertThat(lines.after(Duration.ofSeconds(1)).flush()).containsExactly("my.metric:1|g");
    assertThat(lines.after(Duration.ofSeconds(9)).flush()).isEmpty();
  }

  @Test
  void gauge_isSentAgainAsOftenAsConfigured() {
    LinesOf lines = LinesOf.section("{resend: 2s}");
    lines.record(GAUGE, 1).flush();

    assertThat(lines.after(Duration.ofSeconds(1)).flush()).isEmpty();
    assertThat(lines.after(Duration.ofSeconds(1)).flush()).containsExactly("my.metric:1|g");
  }

  @Test
  void idleCounter_isSentAsZeroWhereAskedFor() {
    LinesOf lines = LinesOf.section("{idle-counters: true}");

    assertThat(lines.record(COUNTER, 1).flush()).containsExactly("my.metric:1|c");
    assertThat(lines.flush()).containsExactly("my.metric:0|c");
  }

  @Test
  void metricsOfTheAgentItself_canBeLeftOut() {
    MetricDefinition own = new MetricDefinition(MetricType.COUNTER, "telemetry.reporter.lost");

    assertThat(LinesOf.section(STANDARD).record(own, 1).flush()).hasSize(1);
    assertThat(LinesOf.section("{own-metrics: false}").record(own, 1).flush()).isEmpty();
  }

  @Test
  void sampledValues_standForAll() {
    LinesOf lines = LinesOf.section(DATADOG);
    Metric sampled = WrittenMetrics.of("{summary: my.metric, unit: '1', sample: 0.1}");

    for (int i = 0; i < 10_000; i++) {
      lines.registry.series(sampled).record(1);
    }

    List<String> sent = lines.flush();

    assertThat(sent).allMatch(line -> line.endsWith("|h|@0.1"));
    double colons = String.join("", sent).chars().filter(c -> c == ':').count();
    assertThat(colons).isBetween(800.0, 1_200.0); // of 1,000: more than six deviations
  }

  @Test
  void packedLine_countsBytesNotCharacters() {
    LinesOf lines = LinesOf.section("{flavor: datadog, mtu: 64}");
    for (int i = 0; i < 20; i++) {
      lines.series(VALUES.withTags("x"), "ääääääää").record(100 + i);
    }

    assertThat(lines.flush())
        .hasSizeGreaterThan(1)
        .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 64);
  }

  @Test
  void gauge_withoutAValueIsNotSent() {
    LinesOf lines = LinesOf.section(STANDARD);
    lines.series(GAUGE);

    assertThat(lines.flush()).isEmpty();
  }

  @Test
  void values_haveALineEachInTheStandardFlavor() {
    assertThat(LinesOf.section(STANDARD).record(VALUES, 1, 2, 2).flush())
        .containsExactly("my.metric:1|ms", "my.metric:2|ms", "my.metric:2|ms");
  }

  @Test
  void values_shareALineInTheDatadogFlavor() {
    LinesOf lines = LinesOf.section(DATADOG);
    MetricDefinition tagged = VALUES.withTags("x");
    lines.series(tagged, "a").record(1);
    lines.series(tagged, "b").record(2);
    lines.series(tagged, "a").record(3.5);

    assertThat(lines.flush())
        .containsExactlyInAnyOrder("my.metric:1:3.5|d|#x:a", "my.metric:2|d|#x:b");
  }

  @Test
  void values_haveALineEachWherePackingIsOff() {
    assertThat(LinesOf.section("{flavor: datadog, packing: false}").record(VALUES, 1, 2).flush())
        .containsExactly("my.metric:1|d", "my.metric:2|d");
  }

  @Test
  void packedLine_endsAtTheMtu() {
    LinesOf lines = LinesOf.section("{flavor: datadog, mtu: 64}");
    double[] values = new double[40];
    for (int i = 0; i < values.length; i++) {
      values[i] = 100 + i;
    }

    List<String> sent = lines.record(VALUES, values).flush();

    assertThat(sent).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(64));
    assertThat(sent).hasSize(4);
    assertThat(String.join("", sent).replaceAll("[^:]", "")).hasSize(40);
  }

  @Test
  void roundedValues_areSentOnceWithTheirRate() {
    SeriesLines lines =
        new SeriesLines(
            new DatadogFlavor("", Map.of(), true),
            new Decimals(false),
            LinesOf.section(DATADOG).series(VALUES.withTags("x"), "a"));
    StringBuilder out = new StringBuilder();

    lines.rated(out, ":12.5", 10);

    assertThat(out).hasToString("my.metric:12.5|d|@0.1|#x:a");
  }

  @Test
  void rate_comesToTheCountWhereServersCutOff() {
    SeriesLines lines =
        new SeriesLines(
            new TelegrafFlavor("", Map.of()),
            new Decimals(false),
            LinesOf.section(STANDARD).series(VALUES));
    for (int count = 5; count < 10_000; count++) {
      StringBuilder out = new StringBuilder();
      lines.rated(out, ":1", count);

      double rate = Double.parseDouble(out.substring(out.indexOf("@") + 1));
      assertThat((int) (1.0 / rate)).isEqualTo(count);
    }
  }

  @Test
  void flood_arrivesInFullNumberInBothFlavors() {
    for (String section : List.of(STANDARD, DATADOG, "{flavor: datadog, packing: false}")) {
      LinesOf lines = LinesOf.section(section);
      double[] values = new double[600_000];
      Arrays.fill(values, 7);

      assertThat(
              lines.record(VALUES, values).flush().stream()
                  .mapToDouble(StatsdExportTest::count)
                  .sum())
          .as(section)
          .isCloseTo(600_000, offset(1e-3));
    }
  }

  @Test
  void observedSeries_thatFailsLeavesTheOthersAlone() {
    LinesOf lines = LinesOf.section(STANDARD);
    lines.registry.observe(Metric.of(GAUGE), new Unreadable());
    lines.record(COUNTER, 1);

    assertThat(lines.flush()).containsExactly("my.metric:1|c");
  }

  @Test
  void goneSeries_isForgotten() {
    LinesOf lines = LinesOf.section(STANDARD);
    lines.record(COUNTER, 1, 1).flush();
    lines.registry.remove(lines.series(COUNTER));
    lines.flush();

    assertThat(lines.record(COUNTER, 1).flush()).containsExactly("my.metric:1|c");
  }

  private record Unreadable() implements SeriesSource {
    @Override
    public double lastValue() {
      throw new IllegalStateException("gone");
    }
  }

  private static double count(String line) {
    int rate = line.indexOf("|@");
    if (rate >= 0) {
      return 1 / Double.parseDouble(line.substring(rate + 2));
    }
    return line.chars().filter(c -> c == ':').count();
  }
}
