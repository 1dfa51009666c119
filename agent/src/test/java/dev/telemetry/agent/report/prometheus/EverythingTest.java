package dev.telemetry.agent.report.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.agent.metrics.Metric;
import dev.telemetry.agent.metrics.Series;
import dev.telemetry.agent.report.WrittenMetrics;
import dev.telemetry.agent.report.prometheus.MetricsText.Sample;
import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.MetricType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Thousands of series of every type with random texts, read by a strict reader of our own. */
class EverythingTest {
  private static final String ALPHABET = "aZ09_.-/ \"\\\n\t{}=,#é\u20ac\ud83d\ude00";
  private static final List<MetricType> TYPES = List.of(MetricType.values());
  private static final List<String> UNITS = List.of("", "s", "ms", "By", "1", "%", "{x}", "By/s");

  private final Random random = new Random(42);
  private final PrometheusFixture fixture =
      new PrometheusFixture("{}", Map.of("env", "\"dev\"\n", "service.name", "shop"));

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void everyPage_isWellFormed_inBothFormats() {
    for (int i = 0; i < 200; i++) {
      recordSome("m" + i + "." + text(3) + "x");
    }
    fixture.text(); // what is lost by then is lost each time, and its metric is there

    MetricsText prometheus = MetricsText.prometheus(fixture.text());
    MetricsText open = MetricsText.openMetrics(fixture.openMetrics());

    assertThat(prometheus.types()).hasSizeGreaterThan(190).hasSameSizeAs(open.types());
    assertThat(open.samples().keySet()).isEqualTo(prometheus.samples().keySet());
    assertThat(fixture.reporter.deliveries().lost().keySet()).isSubsetOf("labels taken");
  }

  @Test
  void labels_areReadAsTheyWereRecorded() {
    Metric metric = WrittenMetrics.of("{counter: a.b, tags: [t]}");
    Map<Sample, Double> expected = new LinkedHashMap<>();
    for (int i = 0; i < 500; i++) {
      String value = i + text(20);
      fixture.registry.series(metric, value).record(1);
      expected.put(
          new Sample("a_b_total", Map.of("env", "\"dev\"\n", "service_name", "shop", "t", value)),
          1.0);
    }

    assertThat(MetricsText.prometheus(fixture.text()).samples()).isEqualTo(expected);
    assertThat(MetricsText.openMetrics(fixture.openMetrics()).samples()).isEqualTo(expected);
  }

  private void recordSome(String name) {
    MetricType type = TYPES.get(random.nextInt(TYPES.size()));
    MetricDefinition definition =
        new MetricDefinition(type, name)
            .withTags("tag." + text(4), "le", "quantile", "env")
            .withUnit(UNITS.get(random.nextInt(UNITS.size())))
            .withDescription(text(30))
            .withBuckets(random.nextBoolean() ? new double[0] : new double[] {0.1, 1, 2, 1000});
    for (int i = 0; i < 10; i++) {
      Series series =
          fixture.registry.series(Metric.of(definition), text(3), "x" + i, text(2), text(9));
      for (int j = 0; j < 20; j++) {
        series.record(Math.abs(random.nextGaussian()) * 1e9);
      }
    }
  }

  /** Never ends within a surrogate pair. */
  private String text(int length) {
    StringBuilder text = new StringBuilder();
    while (text.length() < length) {
      text.appendCodePoint(ALPHABET.codePointAt(at()));
    }
    return text.toString();
  }

  private int at() {
    return random.nextInt(ALPHABET.length() - 1);
  }
}
