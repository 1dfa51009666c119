package dev.telemetry.agent.metrics;

import static dev.telemetry.agent.metrics.MetricsFixture.metric;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.telemetry.Metadata;
import dev.telemetry.bus.Facts;
import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.MetricType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MetricBinderTest {
  private static final MapFacts NONE = new MapFacts();
  private final RuntimeException crash = new IllegalStateException("crash");

  @Test
  void spanMetric_bindsBothEnds() {
    MetricsFixture fixture =
        new MetricsFixture(metric(MetricType.SUMMARY, "http.server.request.duration"));
    fixture.span(100, NONE, null);
    fixture.span(200, NONE, crash);
    assertThat(fixture.only().count()).isEqualTo(2);
    assertThat(fixture.only().sum()).isEqualTo(300);
  }

  @Test
  void eventMetric_bindsThatEventAlone() {
    MetricsFixture fixture =
        new MetricsFixture(metric(MetricType.SUMMARY, "http.server.request.stop.duration"));
    fixture.span(100, NONE, null);
    fixture.span(200, NONE, crash);
    assertThat(fixture.only().sum()).isEqualTo(100);
  }

  @Test
  void singleEventMetric_readsItsMeasurement() {
    MetricsFixture fixture = new MetricsFixture(metric(MetricType.LAST_VALUE, "jvm.memory.used"));
    fixture.bus.event("jvm.memory").single(new MapFacts().measured("used", 42));
    assertThat(fixture.only().lastValue()).isEqualTo(42);
  }

  @Test
  void metric_leavesOtherEventsAlone() {
    MetricsFixture fixture =
        new MetricsFixture(metric(MetricType.COUNTER, "http.server.request.count"));
    assertThat(fixture.bus.event("http.server.request.start").enabled()).isFalse();
    assertThat(fixture.bus.event("http.server.requests.stop").enabled()).isFalse();
    assertThat(fixture.bus.event("http.server").enabled()).isFalse();
    assertThat(fixture.bus.event("http.server.request.stop").enabled()).isTrue();
  }

  @Test
  void counter_countsEndsWhateverItsLastSegment() {
    MetricsFixture fixture =
        new MetricsFixture(metric(MetricType.COUNTER, "http.server.request.anything"));
    fixture.span(100, NONE, null);
    fixture.span(100, NONE, crash);
    assertThat(fixture.only().count()).isEqualTo(2);
  }

  @Test
  void counter_countsStartsOfStartEvent() {
    MetricsFixture fixture =
        new MetricsFixture(metric(MetricType.COUNTER, "http.server.request.start.count"));
    fixture.span(100, NONE, null);
    assertThat(fixture.only().count()).isEqualTo(1);
  }

  @Test
  void counter_ofActiveCountsEnds() {
    MetricsFixture fixture =
        new MetricsFixture(metric(MetricType.COUNTER, "http.server.request.active"));
    fixture.span(100, NONE, null);
    assertThat(fixture.only().count()).isEqualTo(1);
  }

  @Test
  void active_isHowManySpansAreOpen() {
    MetricsFixture fixture = new MetricsFixture(active());
    fixture.spanEvents.started(NONE);
    fixture.spanEvents.started(NONE);
    fixture.spanEvents.started(NONE);
    fixture.spanEvents.ended(0, NONE, null);
    fixture.spanEvents.ended(0, NONE, crash);
    assertThat(fixture.only().lastValue()).isEqualTo(1);
  }

  @Test
  void active_staysAtZeroForSpansOpenBefore() {
    MetricsFixture fixture = new MetricsFixture(active());
    fixture.spanEvents.ended(0, NONE, null);
    fixture.spanEvents.started(NONE);
    assertThat(fixture.only().lastValue()).isEqualTo(1);
  }

  @Test
  void active_ofSingleEventIsItsMeasurement() {
    MetricsFixture fixture = new MetricsFixture(metric(MetricType.LAST_VALUE, "pool.active"));
    fixture.bus.event("pool").single(new MapFacts().measured("active", 7));
    fixture.bus.event("pool").single(new MapFacts().measured("active", 5));
    assertThat(fixture.only().lastValue()).isEqualTo(5);
  }

  private static Metric active() {
    return metric(
        new MetricDefinition(MetricType.LAST_VALUE, "http.server.active_requests")
            .withEvent(MetricsFixture.SPAN)
            .withMeasurement("active"));
  }

  @Test
  void duration_isConvertedToTheUnit() {
    MetricDefinition definition =
        new MetricDefinition(MetricType.SUM, "http.server.request.duration").withUnit("ms");
    MetricsFixture fixture = new MetricsFixture(metric(definition));
    fixture.span(1_739_000, NONE, null);
    assertThat(fixture.only().sum()).isEqualTo(1.739);
  }

  @Test
  void duration_ofSingleEventIsItsMeasurement() {
    MetricsFixture fixture = new MetricsFixture(metric(MetricType.SUM, "jvm.gc.duration"));
    fixture.bus.event("jvm.gc").single(new MapFacts().measured("duration", 5));
    assertThat(fixture.only().sum()).isEqualTo(5);
  }

  @Test
  void missingMeasurement_isSkippedAndCounted() {
    MetricsFixture fixture =
        new MetricsFixture(metric(MetricType.SUM, "http.server.request.body_size"));
    fixture.span(100, NONE, null);
    fixture.span(100, new MapFacts().measured("body_size", Double.POSITIVE_INFINITY), null);
    fixture.span(100, new MapFacts().measured("body_size", 5), null);
    assertThat(fixture.only().sum()).isEqualTo(5);
    assertThat(fixture.registry.skipped()).isEqualTo(2);
  }

  @Test
  void errorType_isTheErrorsClassWithoutMetadata() {
    MetricsFixture fixture =
        new MetricsFixture(metric(MetricType.COUNTER, "http.server.request.count", "error.type"));
    fixture.span(100, NONE, crash);
    assertThat(fixture.only().tagValues()).containsExactly("java.lang.IllegalStateException");
  }

  @Test
  void errorType_isTheMetadataWhereThereIsSome() {
    MetricsFixture fixture =
        new MetricsFixture(metric(MetricType.COUNTER, "http.server.request.count", "error.type"));
    fixture.span(100, new MapFacts().with("error.type", "500"), crash);
    assertThat(fixture.only().tagValues()).containsExactly("500");
  }

  @Test
  void failingMetric_leavesItsSiblingsAlone() {
    Metric failing =
        metric(MetricType.COUNTER, "http.server.request.failing")
            .withFilter(MetricsFixture.keep("a", "b"));
    MetricsFixture fixture =
        new MetricsFixture(failing, metric(MetricType.COUNTER, "http.server.request.count"));
    Facts throwing = new ThrowingFacts();
    fixture.span(100, throwing, null);
    fixture.span(100, throwing, null);
    assertThat(fixture.only().count()).isEqualTo(2);
    assertThat(fixture.registry.failures()).isEqualTo(2);
    assertThat(fixture.registry.metrics())
        .filteredOn(series -> series.metric().equals(failing))
        .singleElement()
        .extracting(MetricSeries::firstFailure)
        .isEqualTo("java.lang.StackOverflowError: too deep");
  }

  /** Metadata whose reader fails. */
  private static final class ThrowingFacts implements Facts {
    @Override
    public Object get(String key) {
      throw new StackOverflowError("too deep");
    }

    @Override
    public Metadata metadata() {
      return Metadata.none();
    }
  }

  @Test
  void metrics_keepsTheSeriesOfUnchangedMetrics() {
    Metric kept = metric(MetricType.COUNTER, "http.server.request.count");
    MetricsFixture fixture =
        new MetricsFixture(kept, metric(MetricType.SUM, "http.server.request.duration"));
    fixture.span(100, NONE, null);
    Series before = fixture.of("http.server.request.count");
    fixture.replace(
        List.of(
            metric(MetricType.SUMMARY, "http.server.request.duration"),
            metric(MetricType.COUNTER, "http.server.request.count")));
    fixture.span(100, NONE, null);
    assertThat(fixture.of("http.server.request.count")).isSameAs(before);
    assertThat(before.count()).isEqualTo(2);
    assertThat(fixture.of("http.server.request.duration").metric().definition().type())
        .isEqualTo(MetricType.SUMMARY);
    assertThat(fixture.all()).hasSize(2);
    assertThat(fixture.registry.size()).isEqualTo(2);
  }

  @Test
  void waiting_areTheMetricsOfEventsNobodyHasNamed() {
    MetricsFixture fixture =
        new MetricsFixture(
            metric(MetricType.COUNTER, "http.server.request.count"),
            metric(MetricType.COUNTER, "http.server.request.start.count"),
            metric(MetricType.COUNTER, "http.servr.request.count"),
            metric(MetricType.COUNTER, "jvm.memory.used"));
    assertThat(fixture.binder.waiting())
        .extracting(Metric::toString)
        .containsExactly("COUNTER http.servr.request.count", "COUNTER jvm.memory.used");
    fixture.bus.event("jvm.memory");
    assertThat(fixture.binder.waiting()).hasSize(1);
  }

  @Test
  void waiting_isAboutTheMetricsOfNow() {
    Metric kept = metric(MetricType.COUNTER, "http.server.request.count");
    MetricsFixture fixture =
        new MetricsFixture(kept, metric(MetricType.COUNTER, "jvm.memory.used"));
    Metric added = metric(MetricType.COUNTER, "jvm.gc.count");
    fixture.replace(List.of(kept, added));
    assertThat(fixture.binder.waiting()).containsExactly(added);
  }

  @Test
  void waiting_leavesOutWhatNobodyHasWritten() {
    MetricsFixture fixture = new MetricsFixture(metric(MetricType.COUNTER, "a.b").byDefault());
    assertThat(fixture.binder.waiting()).isEmpty();
  }

  @Test
  void unmeasured_areTheMetricsThatNoEventHadSomethingFor() {
    Metric wrong = metric(MetricType.SUM, "order.placed.amuont");
    MetricsFixture fixture =
        new MetricsFixture(
            wrong,
            metric(MetricType.SUM, "order.placed.amount"),
            metric(MetricType.SUM, "order.paid.amount"));
    fixture.bus.event("order.placed").single(new MapFacts().measured("amount", 5));
    assertThat(fixture.binder.unmeasured()).containsExactly(wrong);
  }

  @Test
  void nearest_isTheNearestSpanOrEvent() {
    MetricsFixture fixture = new MetricsFixture();
    assertThat(nearest(fixture, "http.servr.request.count")).isEqualTo("http.server.request");
    assertThat(nearest(fixture, "http.server.request.stp.count"))
        .isEqualTo("http.server.request.stop");
    assertThat(nearest(fixture, "jvm.memory.used")).isNull();
  }

  @Test
  void nearest_mayLackSegmentsOrHaveMore() {
    MetricsFixture fixture = new MetricsFixture();
    fixture.bus.event("order.placed");
    assertThat(nearest(fixture, "shop.order.placed.count")).isEqualTo("order.placed");
    assertThat(nearest(fixture, "http.server.count")).isEqualTo("http.server.request");
  }

  @Test
  void nearest_isNoOtherSpanOfTheSameKind() {
    assertThat(nearest(new MetricsFixture(), "http.client.request.count")).isNull();
  }

  private static @Nullable String nearest(MetricsFixture fixture, String metric) {
    return fixture.binder.nearest(metric(MetricType.COUNTER, metric));
  }

  @Test
  void metricsOfOneEvent_shareWhatIsAlikeAndKeepWhatIsNot() {
    MetricsFixture fixture =
        MetricsFixture.yaml(
            "{counter: a.n, tags: [x]}",
            "{sum: a.size, tags: [x]}",
            "{counter: a.other, tags: [y], tag-values: {y: x}}",
            "{counter: a.kept, tags: [x], keep: {x: 1}}",
            "{counter: a.plain}");
    fixture.bus.event("a").single(new MapFacts().with("x", 1).measured("size", 5));
    fixture.bus.event("a").single(new MapFacts().with("x", 2));
    fixture.bus.event("a").single(new MapFacts().with("x", 2).measured("size", 7));
    assertThat(fixture.all())
        .extracting(Series::toString, Series::count)
        .containsExactlyInAnyOrder(
            tuple("COUNTER a.n [1]", 1L),
            tuple("COUNTER a.n [2]", 2L),
            tuple("SUM a.size [1]", 1L),
            tuple("SUM a.size [2]", 1L),
            tuple("COUNTER a.other [1]", 1L),
            tuple("COUNTER a.other [2]", 2L),
            tuple("COUNTER a.kept [1]", 1L),
            tuple("COUNTER a.plain []", 3L));
    assertThat(fixture.registry.skipped()).isEqualTo(1);
  }

  @Test
  void failingMeasurement_leavesTheSiblingsOfItsGroupAlone() {
    MetricsFixture fixture = MetricsFixture.yaml("{sum: a.size}", "{counter: a.n}", "{sum: a.b}");
    MapFacts failing =
        new MapFacts() {
          @Override
          public double measurement(String name) {
            if (name.equals("size")) {
              throw new LinkageError("no size");
            }
            return 3;
          }
        };
    fixture.bus.event("a").single(failing);
    assertThat(fixture.of("a.n").count()).isEqualTo(1);
    assertThat(fixture.of("a.b").sum()).isEqualTo(3);
    assertThat(fixture.registry.failures()).isEqualTo(1);
  }

  @Test
  void replacement_beginsTheSeriesOfAFullMetricAnew() {
    List<Metric> metrics = MetricsFixture.metrics("{counter: a.n, tags: [x], limit: 2}");
    MetricsFixture fixture = new MetricsFixture(metrics.get(0));
    for (int round = 1; round <= 2; round++) {
      for (int i = 0; i < 5; i++) {
        fixture.bus.event("a").single(new MapFacts().with("x", 10 * round + i));
      }
      assertThat(fixture.all())
          .extracting(series -> series.tagValues().get(0), Series::count)
          .containsExactlyInAnyOrder(
              tuple(round + "0", 1L), tuple(round + "1", 1L), tuple("_other", 3L));
      fixture.replace(metrics);
      assertThat(fixture.all()).isEmpty();
    }
    assertThat(fixture.registry.overflowed()).isEqualTo(6);
  }

  @Test
  void replacement_showsWhatGoesUntilItIsReleasedAndThenWhatIsNew() {
    MetricsFixture fixture = MetricsFixture.yaml("{counter: a.n}");
    fixture.bus.event("a").single(NONE);
    Replacement replacement =
        fixture.binder.replace(MetricsFixture.metrics("{counter: a.n, limit: 7}"));
    fixture.bus.refresh(replacement::affects);
    fixture.bus.event("a").single(NONE);
    fixture.bus.event("a").single(NONE);

    assertThat(fixture.only().count()).isEqualTo(1);
    fixture.binder.release(replacement);
    assertThat(fixture.only().count()).isEqualTo(2);
  }

  @Test
  void metrics_hidesWhatOldBindingsStillRecord() {
    MetricsFixture fixture =
        new MetricsFixture(metric(MetricType.COUNTER, "http.server.request.count", "a"));
    fixture.replace(List.of());
    fixture.span(100, new MapFacts().with("a", "b"), null);
    assertThat(fixture.all()).isEmpty();
  }
}
