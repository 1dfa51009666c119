package dev.telemetry.agent.metrics;

import static dev.telemetry.agent.metrics.MetricsFixture.metric;
import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.instrumentation.MetricType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SeriesTagsTest {
  private static final String STATUS = "http.response.status_code";
  private static final String COUNT = "http.server.request.count";

  private static MapFacts status(Object status) {
    return new MapFacts().with(STATUS, status);
  }

  @Test
  void tags_keepTheirDeclaredOrder() {
    MetricsFixture fixture = new MetricsFixture(metric(MetricType.COUNTER, COUNT, "b", "a"));
    fixture.span(1, new MapFacts().with("a", "1").with("b", "2"), null);
    assertThat(fixture.only().tagKeys()).containsExactly("b", "a");
    assertThat(fixture.only().tagValues()).containsExactly("2", "1");
  }

  @Test
  void tagValue_isNullWhereAbsentOrEmpty() {
    MetricsFixture fixture = new MetricsFixture(metric(MetricType.COUNTER, COUNT, "a"));
    fixture.span(1, new MapFacts(), null);
    fixture.span(1, new MapFacts().with("a", ""), null);
    assertThat(fixture.only().tagValues()).containsExactly((String) null);
    assertThat(fixture.only().count()).isEqualTo(2);
  }

  @Test
  void tagValue_isTheTextOfANumber() {
    MetricsFixture fixture = new MetricsFixture(metric(MetricType.COUNTER, COUNT, STATUS));
    fixture.span(1, status(200), null);
    fixture.span(1, status("200"), null);
    fixture.span(1, status(200L), null);
    assertThat(fixture.only().tagValues()).containsExactly("200");
    assertThat(fixture.only().count()).isEqualTo(3);
  }

  @Test
  void tagValue_isTheTextOfNumbersBeyondTheCache() {
    MetricsFixture fixture = new MetricsFixture(metric(MetricType.COUNTER, COUNT, "n"));
    fixture.span(1, new MapFacts().with("n", -1), null);
    fixture.span(1, new MapFacts().with("n", 1_000_000), null);
    assertThat(fixture.all())
        .extracting(Series::tagValues)
        .containsExactly(List.of("-1"), List.of("1000000"));
  }

  @Test
  void tagValue_isCutWithoutSplittingACharacter() {
    MetricsFixture fixture = new MetricsFixture(metric(MetricType.COUNTER, COUNT, "a"));
    fixture.span(1, new MapFacts().with("a", "x".repeat(199) + "\uD83D\uDE00 and more"), null);
    assertThat(fixture.only().tagValues()).containsExactly("x".repeat(199));
  }

  @Test
  void tagRule_mapsExactTextsAndTheRest() {
    Metric logins =
        metric(MetricType.COUNTER, COUNT, "result")
            .withTagRule("result", TagRule.from(STATUS, Map.of("303", "success", "*", "failure")));
    MetricsFixture fixture = new MetricsFixture(logins);
    fixture.span(1, status(303), null);
    fixture.span(1, status(401), null);
    fixture.span(1, new MapFacts(), null);
    assertThat(fixture.registry.series(logins, "success").count()).isEqualTo(1);
    assertThat(fixture.registry.series(logins, "failure").count()).isEqualTo(2);
    assertThat(fixture.all()).hasSize(2);
  }

  @Test
  void tagRule_mapsAbsenceApart() {
    Metric calls =
        metric(MetricType.COUNTER, COUNT, "status")
            .withTagRule("status", TagRule.from("error.type", Map.of("absent", "ok", "*", "bad")));
    MetricsFixture fixture = new MetricsFixture(calls);
    fixture.span(1, new MapFacts(), null);
    assertThat(fixture.only().tagValues()).containsExactly("ok");
  }

  @Test
  void tagRule_keepsTextsThatItDoesNotMap() {
    Metric calls =
        metric(MetricType.COUNTER, COUNT, "s")
            .withTagRule("s", TagRule.from(STATUS, Map.of("200", "ok")));
    MetricsFixture fixture = new MetricsFixture(calls);
    fixture.span(1, status(404), null);
    assertThat(fixture.only().tagValues()).containsExactly("404");
  }

  @Test
  void tagRule_givesConstants() {
    Metric calls =
        metric(MetricType.COUNTER, COUNT, "tier").withTagRule("tier", TagRule.constant("web"));
    MetricsFixture fixture = new MetricsFixture(calls);
    fixture.span(1, new MapFacts(), null);
    assertThat(fixture.only().tagValues()).containsExactly("web");
  }

  @Test
  void keep_looksAtRawMetadataBeforeTagRules() {
    Metric logins =
        metric(MetricType.COUNTER, COUNT, STATUS)
            .withTagRule(STATUS, TagRule.constant("mapped"))
            .withFilter(MetricsFixture.keep(STATUS, "200..201", "m", "POST"));
    MetricsFixture fixture = new MetricsFixture(logins);
    fixture.span(1, status(200).with("m", "POST"), null);
    fixture.span(1, status(201).with("m", "POST"), null);
    fixture.span(1, status(200).with("m", "GET"), null);
    fixture.span(1, status(404).with("m", "POST"), null);
    fixture.span(1, new MapFacts().with("m", "POST"), null);
    assertThat(fixture.only().count()).isEqualTo(2);
    assertThat(fixture.registry.skipped()).isZero();
  }

  @Test
  void drop_isTheContraryOfKeep() {
    MetricsFixture fixture =
        MetricsFixture.yaml(
            "{counter: http.server.request.count,"
                + " drop: {http.response.status_code: 200, m: GET}}");
    fixture.span(1, status(200).with("m", "GET"), null);
    fixture.span(1, status(200).with("m", "POST"), null);
    fixture.span(1, new MapFacts(), null);
    assertThat(fixture.only().count()).isEqualTo(2);
  }

  @Test
  void seriesLimit_sendsTheRestToOther() {
    List<String> warned = new ArrayList<>();
    MetricWarnings warnings =
        new MetricWarnings() {
          @Override
          public void seriesLimitReached(Metric metric, int limit) {
            warned.add(metric + " " + limit);
          }

          @Override
          public void metricFailed(Metric metric, Throwable failure) {
            warned.add("failed");
          }
        };
    Metric paths = metric(MetricType.COUNTER, COUNT, "path", "m");
    MetricsFixture fixture = new MetricsFixture(new SeriesRegistry(10, warnings), paths);
    for (int i = 0; i < 100; i++) {
      fixture.span(1, new MapFacts().with("path", "/" + i).with("m", "GET"), null);
    }
    fixture.span(1, new MapFacts().with("path", "/3").with("m", "GET"), null);
    assertThat(fixture.all()).hasSize(11);
    assertThat(fixture.all().stream().mapToLong(Series::count).sum()).isEqualTo(101);
    assertThat(fixture.registry.series(paths, "/3", "GET").count()).isEqualTo(2);
    assertThat(fixture.registry.series(paths, "_other", "_other").count()).isEqualTo(90);
    assertThat(warned).containsExactly("COUNTER " + COUNT + " 10");
  }

  @Test
  void remove_makesTheNextValueBeginANewSeries() {
    Metric paths = metric(MetricType.COUNTER, COUNT, "path");
    MetricsFixture fixture = new MetricsFixture(paths);
    MapFacts facts = new MapFacts().with("path", "/");
    fixture.span(1, facts, null);
    fixture.registry.remove(fixture.only());
    assertThat(fixture.all()).isEmpty();
    fixture.span(1, facts, null);
    assertThat(fixture.only().count()).isEqualTo(1);
  }

  @Test
  void troubles_ofMetricsThatAreGoneStayCounted() {
    MetricsFixture fixture = new MetricsFixture(metric(MetricType.SUM, "http.server.request.x"));
    fixture.span(1, new MapFacts(), null);
    fixture.replace(List.of());
    assertThat(fixture.registry.skipped()).isEqualTo(1);
  }

  @Test
  void seriesLimit_countsWhatOverflowed() {
    Metric paths = metric(MetricType.SUM, "http.server.request.duration", "path");
    MetricsFixture fixture =
        new MetricsFixture(new SeriesRegistry(2, MetricWarnings.none()), paths);
    for (int i = 0; i < 5; i++) {
      fixture.span(10, new MapFacts().with("path", "/" + i), null);
    }
    assertThat(fixture.registry.overflowed()).isEqualTo(3);
    assertThat(fixture.all().stream().mapToDouble(Series::sum).sum()).isEqualTo(50);
  }
}
