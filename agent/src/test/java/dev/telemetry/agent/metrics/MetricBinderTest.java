package dev.telemetry.agent.metrics;

import static dev.telemetry.agent.metrics.MetricsFixture.metric;
import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.Metadata;
import dev.telemetry.bus.Facts;
import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.MetricType;
import java.util.List;
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
    fixture.binder.metrics(
        List.of(
            metric(MetricType.SUMMARY, "http.server.request.duration"),
            metric(MetricType.COUNTER, "http.server.request.count")));
    fixture.bus.refresh();
    fixture.span(100, NONE, null);
    assertThat(fixture.of("http.server.request.count")).isSameAs(before);
    assertThat(before.count()).isEqualTo(2);
    assertThat(fixture.of("http.server.request.duration").metric().definition().type())
        .isEqualTo(MetricType.SUMMARY);
    assertThat(fixture.all()).hasSize(2);
    assertThat(fixture.registry.size()).isEqualTo(2);
  }

  @Test
  void metrics_hidesWhatOldBindingsStillRecord() {
    MetricsFixture fixture =
        new MetricsFixture(metric(MetricType.COUNTER, "http.server.request.count", "a"));
    fixture.binder.metrics(List.of());
    fixture.span(100, new MapFacts().with("a", "b"), null);
    assertThat(fixture.all()).isEmpty();
  }
}
