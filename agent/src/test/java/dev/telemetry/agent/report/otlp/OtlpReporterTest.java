package dev.telemetry.agent.report.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
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
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric.DataCase;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole way from a recorded value to a server that reads it by the official definition. */
@Timeout(60)
class OtlpReporterTest {
  private final SeriesRegistry registry = new SeriesRegistry();
  private final BlockingQueue<ExportMetricsServiceRequest> received = new LinkedBlockingQueue<>();
  private final Deque<Integer> statuses = new ArrayDeque<>();
  private HttpServer server;

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/v1/metrics",
        exchange -> {
          boolean gzip = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
          InputStream body = exchange.getRequestBody();
          received.add(
              ExportMetricsServiceRequest.parseFrom(gzip ? new GZIPInputStream(body) : body));
          Integer status = statuses.poll();
          exchange.sendResponseHeaders(status == null ? 200 : status, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  @Test
  void counter_isAMonotonicSumWithTypedAttributes() throws Exception {
    Reporter reporter = started("");
    registry
        .series(
            metric(MetricType.COUNTER, "http.server.request.count")
                .apply("http.request.method", "http.response.status_code", "error.type"),
            "GET",
            "200",
            null)
        .record(1);

    flush(reporter);

    var sum = onlyMetric().getSum();
    assertThat(sum.getIsMonotonic()).isTrue();
    assertThat(sum.getAggregationTemporality())
        .isEqualTo(AggregationTemporality.AGGREGATION_TEMPORALITY_CUMULATIVE);
    var point = sum.getDataPoints(0);
    assertThat(point.getAsInt()).isEqualTo(1);
    assertThat(point.getStartTimeUnixNano()).isLessThan(point.getTimeUnixNano()).isPositive();
    assertThat(point.getAttributesList())
        .containsExactly(
            attribute("http.request.method", AnyValue.newBuilder().setStringValue("GET")),
            attribute("http.response.status_code", AnyValue.newBuilder().setIntValue(200)));
    reporter.stop();
  }

  @Test
  void distribution_isAHistogramWithTheMetricsBuckets() throws Exception {
    Reporter reporter = started("compression: gzip");
    Metric metric =
        Metric.of(
            new MetricDefinition(MetricType.DISTRIBUTION, "shop.query.duration")
                .withUnit("s")
                .withBuckets(0.1, 1));
    registry.series(metric).record(50e6);
    registry.series(metric).record(2e9);

    flush(reporter);

    var written = onlyMetric();
    HistogramDataPoint point = written.getHistogram().getDataPoints(0);
    assertThat(written.getUnit()).isEqualTo("s");
    assertThat(point.getCount()).isEqualTo(2);
    assertThat(point.getSum()).isEqualTo(2.05);
    assertThat(point.getMax()).isEqualTo(2);
    assertThat(point.getExplicitBoundsList()).containsExactly(0.1, 1.0);
    assertThat(point.getBucketCountsList()).containsExactly(1L, 0L, 1L);
    reporter.stop();
  }

  @Test
  void lastValue_isAnUpDownCounterWhereTheConventionsSaySo() throws Exception {
    Reporter reporter = started("temporality: delta");
    registry
        .series(
            metric(MetricType.LAST_VALUE, "jvm.thread.count").apply("jvm.thread.daemon"), "true")
        .record(7);

    flush(reporter);

    var written = onlyMetric();
    assertThat(written.getDataCase()).isEqualTo(DataCase.SUM);
    assertThat(written.getSum().getIsMonotonic()).isFalse();
    assertThat(written.getSum().getAggregationTemporality())
        .isEqualTo(AggregationTemporality.AGGREGATION_TEMPORALITY_CUMULATIVE);
    assertThat(written.getSum().getDataPoints(0).getAttributesList())
        .containsExactly(attribute("jvm.thread.daemon", AnyValue.newBuilder().setBoolValue(true)));
    reporter.stop();
  }

  @Test
  void lastValue_isAGaugeElsewhere() throws Exception {
    Reporter reporter = started("");
    registry.series(metric(MetricType.LAST_VALUE, "shop.level").apply()).record(7);

    flush(reporter);

    assertThat(onlyMetric().getGauge().getDataPoints(0).getAsDouble()).isEqualTo(7);
    reporter.stop();
  }

  @Test
  void summary_hasQuantiles() throws Exception {
    Reporter reporter = started("");
    registry.series(metric(MetricType.SUMMARY, "shop.size").apply()).record(8);

    flush(reporter);

    var point = onlyMetric().getSummary().getDataPoints(0);
    assertThat(point.getCount()).isEqualTo(1);
    assertThat(point.getSum()).isEqualTo(8);
    assertThat(point.getQuantileValuesList()).hasSize(3);
    reporter.stop();
  }

  @Test
  void delta_isToldOnce_andMergedWhereItDidNotArrive() throws Exception {
    Reporter reporter = started("temporality: delta");
    var series = registry.series(metric(MetricType.COUNTER, "shop.logins").apply());
    statuses.addAll(List.of(200, 503, 200));
    for (int i = 0; i < 3; i++) {
      series.record(1);
      flush(reporter);
    }
    flush(reporter);

    var first = onlyMetric().getSum().getDataPoints(0);
    var failed = onlyMetric().getSum().getDataPoints(0);
    var merged = onlyMetric().getSum().getDataPoints(0);
    assertThat(List.of(first.getAsInt(), failed.getAsInt(), merged.getAsInt()))
        .containsExactly(1L, 1L, 2L);
    assertThat(merged.getStartTimeUnixNano()).isEqualTo(first.getTimeUnixNano());
    assertThat(received).isEmpty();
    assertThat(reporter.deliveries()).hasToString("sent 2, lost 0");
    assertThat(reporter.deliveries().exportFailures()).isEqualTo(1);
    reporter.stop();
  }

  @ParameterizedTest
  @ValueSource(strings = {"delta", "cumulative"})
  void whatWasNotTaken_isLostWhereTheApplicationEnds(String temporality) {
    Reporter reporter = started("temporality: " + temporality);
    var series = registry.series(metric(MetricType.COUNTER, "shop.logins").apply("user"), "ada");
    statuses.addAll(List.of(200, 503, 503));
    for (int i = 0; i < 3; i++) {
      series.record(1);
      flush(reporter);
    }
    reporter.deliveries().giveUp("unsent at the end");

    assertThat(reporter.deliveries()).hasToString("sent 1, lost {unsent at the end=1}");
    reporter.stop();
  }

  @Test
  void refusal_isFinalAndCounted() {
    Reporter reporter = started("");
    registry.series(metric(MetricType.COUNTER, "shop.logins").apply()).record(1);
    statuses.add(400);

    flush(reporter);

    assertThat(reporter.deliveries().lost()).isEqualTo(Map.of("status 400", 1L));
    reporter.stop();
  }

  @Test
  void resource_tellsServiceAndProcess() throws Exception {
    Reporter reporter = started("");
    registry.series(metric(MetricType.COUNTER, "shop.logins").apply()).record(1);

    flush(reporter);

    var resource = received.take().getResourceMetrics(0).getResource();
    assertThat(resource.getAttributesList())
        .contains(
            attribute("service.name", AnyValue.newBuilder().setStringValue("shop")),
            attribute("deployment.environment.name", AnyValue.newBuilder().setStringValue("dev")),
            attribute(
                "process.pid", AnyValue.newBuilder().setIntValue(ProcessHandle.current().pid())));
    reporter.stop();
  }

  @Test
  void manySeries_areSplitAndAllArrive() throws Exception {
    Reporter reporter = started("");
    Metric metric = metric(MetricType.COUNTER, "shop.logins").apply("user");
    for (int i = 0; i < 2_000; i++) {
      registry.series(metric, "user" + i).record(1);
    }
    registry.series(metric(MetricType.COUNTER, "shop.logouts").apply()).record(1);

    flush(reporter);

    assertThat(received).hasSize(2);
    assertThat(reporter.deliveries().sent()).isEqualTo(2_001);
    reporter.stop();
  }

  private interface Tagged {
    Metric apply(String... tags);
  }

  private static Tagged metric(MetricType type, String name) {
    return tags -> Metric.of(new MetricDefinition(type, name).withTags(tags));
  }

  private static KeyValue attribute(String key, AnyValue.Builder value) {
    return KeyValue.newBuilder().setKey(key).setValue(value).build();
  }

  private io.opentelemetry.proto.metrics.v1.Metric onlyMetric() throws InterruptedException {
    var metrics = received.take().getResourceMetrics(0).getScopeMetrics(0).getMetricsList();
    assertThat(metrics).hasSize(1);
    return metrics.get(0);
  }

  private static void flush(Reporter reporter) {
    assertThat(reporter.flush(System.nanoTime() + Duration.ofSeconds(50).toNanos())).isTrue();
  }

  private Reporter started(String section) {
    String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/metrics";
    String more = section.isEmpty() ? "" : ", " + section;
    var root =
        ConfigFixture.yaml("otlp: {every: 1h, url: \"" + url + "\"" + more + "}").load().root();
    GlobalTags tags = GlobalTags.of(Map.of("service", "shop", "env", "dev"));
    Reporter reporter =
        Objects.requireNonNull(new OtlpReporterFactory().read(root.child("otlp"), tags))
            .apply(new ReporterContext(new Bus(), registry, AgentLog.stderr()));
    reporter.start();
    return reporter;
  }
}
