package dev.telemetry.agent.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.MetricType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricOptionsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          native                         | ns   | 3600000000000
          ns                             | ns   | 3600000000000
          microsecond                    | us   | 3600000000
          ms                             | ms   | 3600000
          second                         | s    | 3600
          min                            | min  | 60
          h                              | h    | 1
          byte                           | By   | 3600000000000
          kB                             | kBy  | 3600000000
          MB                             | MBy  | 3600000
          KiB                            | KiBy | 3515625000
          MiB                            | MiBy | 3433227.5390625
          '{request}'                    | {request} | 3600000000000
          '%'                            | %    | 3600000000000
          {from: native, to: second}     | s    | 3600
          {from: second, to: ms}         | ms   | 3600000000000000
          {from: ms, to: second}         | s    | 3600000000
          {from: KiB, to: MiB}           | MiBy | 3515625000
          """)
  void unit_convertsWhatWasMeasured(String unit, String symbol, double sum) {
    MetricsFixture fixture = MetricsFixture.yaml("{sum: a.b, unit: " + unit + "}");
    fixture.bus.event("a").single(new MapFacts().measured("b", 3.6e12));
    assertThat(fixture.only().metric().unit().symbol()).isEqualTo(symbol);
    assertThat(fixture.only().sum()).isEqualTo(sum);
  }

  @Test
  void buckets_mayDifferByTheValueOfATag() {
    MetricsFixture fixture =
        MetricsFixture.yaml(
            "{distribution: http.server.request.duration, tags: [m, http.route], unit: ms,"
                + " buckets: {by: http.route, '/api/**': [1, 2], absent: [7], '*': [5]}}");
    for (String route : new String[] {"/api/users", "/other", ""}) {
      fixture.span(1_500_000, new MapFacts().with("http.route", route), null);
    }
    assertThat(fixture.all())
        .extracting(Series::bucketBounds)
        .containsExactly(new double[] {1, 2}, new double[] {5}, new double[] {7});
    assertThat(fixture.all().get(0).bucketCounts()).containsExactly(0, 1, 0);
    assertThat(fixture.all().get(1).bucketCounts()).containsExactly(1, 0);
  }

  @Test
  void buckets_ofNoRuleAreThoseOfTheMetric() {
    MetricDefinition known =
        new MetricDefinition(MetricType.DISTRIBUTION, "a.query").withUnit("s").withBuckets(9);
    Metric metric =
        MetricsFixture.read(
            List.of(known), "{distribution: a.query, tags: [x], buckets: {by: x, y: [1]}}");

    assertThat(metric.bounds(new String[] {"y"})).containsExactly(1);
    assertThat(metric.bounds(new String[] {"z"})).containsExactly(9);
  }

  @Test
  void percentiles_areThoseOfTheDefinition() {
    assertThat(MetricsFixture.metrics("{summary: a.b}").get(0).percentiles())
        .containsExactly(0.5, 0.95, 0.99);
    assertThat(
            MetricsFixture.metrics("{summary: a.b, percentiles: [0.75, 0.999]}")
                .get(0)
                .percentiles())
        .containsExactly(0.75, 0.999);
  }

  @Test
  void limit_isTheMetricsOwn() {
    MetricsFixture fixture =
        MetricsFixture.yaml("{counter: a.n, tags: [x], limit: 3}", "{counter: a.m, tags: [x]}");
    for (int i = 0; i < 10; i++) {
      fixture.bus.event("a").single(new MapFacts().with("x", i));
    }
    assertThat(fixture.all()).hasSize(4 + 10);
    assertThat(fixture.all().stream().mapToLong(Series::count).sum()).isEqualTo(20);
  }

  @Test
  void reporters_getOnlyWhatIsForThem() {
    MetricsFixture fixture =
        MetricsFixture.yaml("{counter: a.n, reporters: [statsd]}", "{counter: a.m}");
    fixture.bus.event("a").single(new MapFacts());
    assertThat(namesFor(fixture, "statsd")).containsExactlyInAnyOrder("a.n", "a.m");
    assertThat(namesFor(fixture, "log")).containsExactly("a.m");
  }

  private static List<String> namesFor(MetricsFixture fixture, String reporter) {
    List<String> names = new ArrayList<>();
    fixture.registry.forEachOf(reporter, series -> names.add(series.metric().definition().name()));
    return names;
  }

  @Test
  void replacedDefault_stillCountsWhatItCounted() {
    MetricDefinition failures =
        new MetricDefinition(MetricType.COUNTER, "a.failures").withKeep("error.type", "present");

    assertThat(MetricsFixture.read(List.of(failures), "{counter: a.failures, tags: [x]}").filter())
        .isEqualTo(MetricsFixture.keep("error.type", "present"));
    assertThat(MetricsFixture.read(List.of(failures), "{counter: a.failures, keep: {}}").filter())
        .isNull();
  }
}
