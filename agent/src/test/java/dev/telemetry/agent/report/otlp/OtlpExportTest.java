package dev.telemetry.agent.report.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.telemetry.agent.log.AgentLog;
import dev.telemetry.agent.metrics.Metric;
import dev.telemetry.agent.metrics.Series;
import dev.telemetry.agent.metrics.SeriesRegistry;
import dev.telemetry.agent.report.Deliveries;
import dev.telemetry.agent.report.GlobalTags;
import dev.telemetry.agent.report.WrittenMetrics;
import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.MetricType;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsPartialSuccess;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is told again, what is lost, and what both add up to. */
final class OtlpExportTest {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
  private static final Transport UNANSWERED =
      message -> {
        throw new Unanswered(new SocketTimeoutException("timed out"));
      };
  private static final Transport REFUSED =
      message -> {
        throw new ConnectException("refused");
      };

  private final SeriesRegistry registry = new SeriesRegistry();
  private final Series logins =
      registry.series(Metric.of(new MetricDefinition(MetricType.COUNTER, "shop.logins")));
  private final Deliveries deliveries = new Deliveries();
  private final Deque<Transport> next = new ArrayDeque<>();
  private final List<byte[]> sent = new ArrayList<>();
  private long clock = 1;

  @Test
  void unansweredStep_isToldAgainUnchanged() {
    OtlpExport export = export(true);
    next.add(UNANSWERED);
    logins.record(1);
    export.export(0);
    logins.record(1);
    export.export(1);

    assertThat(sent).hasSize(3);
    assertThat(sent.get(1)).isEqualTo(sent.get(0));
    assertThat(point(2).getAsInt()).isEqualTo(1);
    assertThat(point(2).getStartTimeUnixNano()).isEqualTo(point(1).getTimeUnixNano());
    assertThat(deliveries).hasToString("sent 2, lost 0");
  }

  @Test
  void unansweredStep_staysAsItIs_untilAnAnswerComes() {
    OtlpExport export = export(true);
    next.addAll(List.of(UNANSWERED, REFUSED, answer("503 Busy"), UNANSWERED));
    for (int i = 0; i < 5; i++) {
      logins.record(1);
      export.export(i);
    }

    assertThat(sent.subList(1, 5)).allSatisfy(again -> assertThat(again).isEqualTo(sent.get(0)));
    assertThat(point(5).getAsInt()).isEqualTo(4);
    assertThat(sent).hasSize(6);
  }

  @Test
  void unansweredStep_isLostAndCounted_whereItIsRefusedInTheEnd() {
    OtlpExport export = export(true);
    next.addAll(List.of(UNANSWERED, answer("400 Bad Request")));
    logins.record(1);
    export.export(0);
    export.export(1);
    export.export(2);

    assertThat(sent).hasSize(2);
    assertThat(deliveries.sent()).isZero();
    assertThat(deliveries.lost()).isEqualTo(Map.of("status 400", 1L));
  }

  @Test
  void unansweredStep_isToldByWhoFollows() {
    OtlpExport ended = export(true);
    next.add(UNANSWERED);
    logins.record(1);
    ended.export(0);
    OtlpExport export = export(true);
    export.follow(ended);
    logins.record(1);
    export.export(1);

    assertThat(sent.get(1)).isEqualTo(sent.get(0));
    assertThat(point(2).getAsInt()).isEqualTo(1);
  }

  @Test
  void unansweredWhole_isPartOfTheNext() {
    OtlpExport export = export(false);
    next.add(UNANSWERED);
    logins.record(1);
    export.export(0);
    logins.record(1);
    export.export(1);

    assertThat(sent).hasSize(2);
    assertThat(point(1).getAsInt()).isEqualTo(2);
  }

  @Test
  void refusedConnection_mergesSteps() {
    OtlpExport export = export(true);
    next.add(REFUSED);
    logins.record(1);
    export.export(0);
    logins.record(1);
    export.export(1);

    assertThat(sent).hasSize(2);
    assertThat(point(1).getAsInt()).isEqualTo(2);
    assertThat(deliveries).hasToString("sent 1, lost 0");
  }

  @Test
  void retryAfter_putsTheNextReportOff() {
    OtlpExport export = export(false);
    next.add(answer("503 Busy\r\nRetry-After: 120"));
    logins.record(1);
    long before = System.nanoTime();
    export.export(before);

    assertThat(export.due(before) - before).isGreaterThanOrEqualTo(TimeUnit.SECONDS.toNanos(120));
  }

  @Test
  void success_returnsToTheUsualTimes() {
    OtlpExport export = export(false);
    next.add(REFUSED);
    logins.record(1);
    export.export(0);
    export.export(1);

    assertThat(export.due(42)).isEqualTo(42);
  }

  @Test
  void moved_isNotFollowed() {
    OtlpExport export = export(false);
    next.add(answer("301 Moved\r\nLocation: http://127.0.0.1:1/"));
    logins.record(1);
    export.export(0);

    assertThat(sent).hasSize(1);
    assertThat(deliveries.lost()).isEqualTo(Map.of("status 301", 1L));
  }

  @Test
  void partialSuccess_isCountedInItsParts() {
    OtlpExport export = export(false);
    byte[] body =
        ExportMetricsServiceResponse.newBuilder()
            .setPartialSuccess(
                ExportMetricsPartialSuccess.newBuilder()
                    .setRejectedDataPoints(1)
                    .setErrorMessage("too old"))
            .build()
            .toByteArray();
    next.add(answer("200 OK\r\nContent-Type: application/x-protobuf", body));
    registry.series(Metric.of(new MetricDefinition(MetricType.COUNTER, "shop.logouts"))).record(1);
    logins.record(1);
    export.export(0);

    assertThat(deliveries.sent()).isEqualTo(1);
    assertThat(deliveries.lost()).isEqualTo(Map.of(Delivery.REJECTED.text(), 1L));
  }

  @Test
  void metricOfAnotherReporter_isNotTold() {
    OtlpExport export = export(false);
    registry.series(WrittenMetrics.of("{counter: my.other, reporters: [statsd]}")).record(1);
    logins.record(1);
    export.export(0);

    assertThat(deliveries.sent()).isEqualTo(1);
    assertThat(point(0).getAsInt()).isEqualTo(1);
  }

  @Test
  void goneSeries_isToldUntilItHasArrived() {
    Series gone =
        registry.series(
            Metric.of(new MetricDefinition(MetricType.COUNTER, "shop.gone").withTags("k")), "v");
    OtlpExport export = export(true);
    next.add(REFUSED);
    gone.record(1);
    export.export(0);
    registry.remove(gone);
    export.export(1);
    export.export(2);

    assertThat(sent).hasSize(2);
    assertThat(point(1).getAsInt()).isEqualTo(1);
  }

  @Test
  void goneSeries_isGivenUpAndCounted_whereTheServerStaysAway() {
    Series gone =
        registry.series(
            Metric.of(new MetricDefinition(MetricType.COUNTER, "shop.gone").withTags("k")), "v");
    OtlpExport export = export(true);
    next.addAll(List.of(REFUSED, REFUSED, REFUSED));
    gone.record(1);
    export.export(0);
    registry.remove(gone);
    export.export(1);
    export.export(TimeUnit.MINUTES.toNanos(4));
    assertThat(deliveries.lost()).isEmpty();
    export.export(TimeUnit.MINUTES.toNanos(6));
    export.export(TimeUnit.MINUTES.toNanos(7));

    assertThat(deliveries.lost()).isEqualTo(Map.of("series gone", 1L));
    assertThat(sent).hasSize(3);
  }

  @Test
  void follower_tellsNothingTwice() {
    OtlpExport ended = export(true);
    logins.record(1);
    ended.export(0);
    OtlpExport export = export(true);
    export.follow(ended);
    export.export(1);
    logins.record(2);
    export.export(2);

    assertThat(sent).hasSize(2);
    assertThat(point(1).getAsInt()).isEqualTo(1);
    assertThat(point(1).getStartTimeUnixNano()).isEqualTo(point(0).getTimeUnixNano());
  }

  @Test
  void followerOfAnotherReporter_leavesOutWhatWasThere() {
    logins.record(1);
    OtlpExport export = export(false);
    export.follow(null);
    logins.record(1);
    export.export(0);

    assertThat(point(0).getAsInt()).isEqualTo(1);
  }

  private NumberDataPoint point(int request) {
    try {
      return ExportMetricsServiceRequest.parseFrom(sent.get(request))
          .getResourceMetrics(0)
          .getScopeMetrics(0)
          .getMetrics(0)
          .getSum()
          .getDataPoints(0);
    } catch (InvalidProtocolBufferException e) {
      throw new AssertionError(e);
    }
  }

  private static Transport answer(String statusAndHeaders, byte... body) {
    return message -> {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      String head = "HTTP/1.1 " + statusAndHeaders + "\r\nContent-Length: " + body.length;
      all.writeBytes((head + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      all.writeBytes(body);
      return HttpAnswer.read(new ByteArrayInputStream(all.toByteArray()));
    };
  }

  private HttpAnswer post(byte[] message) throws IOException {
    sent.add(message);
    @Nullable Transport told = next.poll();
    return told == null
        ? HttpAnswer.read(new ByteArrayInputStream(OK.getBytes(StandardCharsets.US_ASCII)))
        : told.post(message);
  }

  private OtlpExport export(boolean steps) {
    Delivery delivery =
        new Delivery(this::post, GlobalTags.of(Map.of()), deliveries, AgentLog.stderr());
    return new OtlpExport(registry, steps, delivery, new UnixClock(() -> clock++));
  }
}
