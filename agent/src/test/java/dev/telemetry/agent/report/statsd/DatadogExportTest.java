package dev.telemetry.agent.report.statsd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.telemetry.Measurements;
import dev.telemetry.Metadata;
import dev.telemetry.agent.config.ConfigFixture;
import dev.telemetry.agent.log.AgentLog;
import dev.telemetry.agent.metrics.SeriesRegistry;
import dev.telemetry.agent.report.Deliveries;
import dev.telemetry.agent.report.GlobalTags;
import dev.telemetry.agent.report.LossReason;
import dev.telemetry.agent.report.ReporterContext;
import dev.telemetry.bus.Bus;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatadogExportTest {
  private final Bus bus = new Bus();
  private final ReporterContext context =
      new ReporterContext(bus, new SeriesRegistry(), AgentLog.stderr());
  private final Deliveries deliveries = context.deliveries("datadog");
  private final List<String> sent = new ArrayList<>();
  private final List<DatadogMessage> read = new ArrayList<>();
  private final List<DatadogExport> open = new ArrayList<>();
  private long nanos;

  @AfterEach
  void close() {
    open.forEach(DatadogExport::close);
  }

  @Test
  void event_hasAllItsFieldsInTheirOrder() {
    DatadogExport export =
        event(
            "event: telemetry.handler.failure, title: 'handler {handler.id} detached', text:"
                + " '{error.message}', alert: error, priority: low, source: telemetry,"
                + " aggregation-key: '{handler.id}', tags: [event.name]");

    emit(
        "telemetry.handler.failure", "handler.id", "a|b", "error.message", "no", "event.name", "x");

    assertThat(flush(export))
        .containsExactly(
            "_e{20,2}:handler a|b detached|no|d:<now>|k:a_b|p:low|s:telemetry|t:error"
                + "|#event.name:x,env:dev");
    assertThat(fields())
        .containsEntry("title", "handler a|b detached")
        .containsEntry("text", "no")
        .containsEntry("k", "a_b")
        .containsEntry("p", "low")
        .containsEntry("s", "telemetry")
        .containsEntry("t", "error")
        .hasSize(7);
    assertThat(read.get(0).tags()).containsExactly("event.name:x", "env:dev");
  }

  @Test
  void event_isShortWhereNothingIsAskedFor() {
    DatadogExport export = event("event: shop.sold, title: sold");

    emit("shop.sold");

    assertThat(flush(export)).containsExactly("_e{4,9}:sold|shop.sold|d:<now>|#env:dev");
  }

  @Test
  void event_isThatOfBothEndsOfASpan() {
    DatadogExport export = event("event: shop.sale, title: '{duration}'");

    emit("shop.sale.start");
    bus.event("shop.sale.stop").execute(Measurements.of("duration", 1_739_400L), Metadata.none());
    emit("shop.sale.exception", "error.type", "x");

    assertThat(flush(export))
        .containsExactly(
            "_e{8,14}:1.739 ms|shop.sale.stop|d:<now>|#env:dev",
            "_e{19,19}:shop.sale.exception|shop.sale.exception|d:<now>|#env:dev");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"plain", "ünï cödé €", "日本語", "a😀b", "two\nlines\r\nand|pipes", "_e{1,1}:"})
  void lengths_areThoseThatAParserNeeds(String title) {
    DatadogExport export = event("event: shop.sold, title: '{t}', text: '-{t}-'");

    emit("shop.sold", "t", title);

    String lines = title.replace("\r\n", "\n");
    assertThat(flush(export)).hasSize(1);
    assertThat(fields()).containsEntry("title", lines).containsEntry("text", "-" + lines + "-");
  }

  @Test
  void longTexts_areCutBetweenCharacters() {
    DatadogExport export = event("event: shop.sold, title: '{t}', text: '{t}'");

    emit("shop.sold", "t", "€".repeat(99) + "😀".repeat(2_000));

    assertThat(flush(export)).hasSize(1);
    assertThat(fields()).containsEntry("title", "€".repeat(99));
    String text = Objects.requireNonNull(fields().get("text"));
    assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(3_997, 4_000);
    assertThat(text).endsWith("😀");
  }

  @Test
  void events_overTheLimitAreCounted() {
    DatadogExport export = event("event: shop.sold, title: sold, limit: 2/min");
    for (int i = 0; i < 5; i++) {
      emit("shop.sold");
    }

    assertThat(flush(export)).hasSize(2);
    assertThat(deliveries.lost()).containsExactly(entry(LossReason.OVER_THE_LIMIT.text(), 3L));
    nanos += Duration.ofMinutes(1).toNanos();
    emit("shop.sold");
    assertThat(flush(export)).hasSize(1);
  }

  @Test
  void unreadableEvent_isCountedAndLeavesTheOthersAlone() {
    DatadogExport export = event("event: shop.sold, title: '{t}'");

    bus.event("shop.sold").execute(Measurements.none(), Metadata.of("t", new Unreadable()));
    emit("shop.sold", "t", "good");

    assertThat(flush(export)).containsExactly("_e{4,9}:good|shop.sold|d:<now>|#env:dev");
    assertThat(deliveries.lost()).containsExactly(entry(LossReason.UNREADABLE_EVENT.text(), 1L));
  }

  @Test
  void check_hasItsMessageLast() {
    DatadogExport export =
        check("message: 'm: {error.type}{lf}again', tags: [server.address], name: 'partner|up'");

    emit("partner.call.stop", "server.address", "a,b", "error.type", "502", "lf", "\n");

    assertThat(flush(export))
        .containsExactly("_sc|partner_up|2|d:<now>|#server.address:a_b,env:dev|m:m\\: 502\\nagain");
    assertThat(fields())
        .containsEntry("name", "partner_up")
        .containsEntry("status", "2")
        .containsEntry("m", "m: 502\nagain")
        .hasSize(4);
    assertThat(read.get(0).tags()).containsExactly("server.address:a_b", "env:dev");
  }

  @Test
  void check_isToldWhenItChangesAndAgainAfterAWhile() {
    DatadogExport export = check("name: partner.up");

    emit("partner.call.stop");
    emit("partner.call.stop");
    emit("partner.call.exception", "error.type", "x");
    emit("partner.call.exception", "error.type", "y");
    emit("partner.call.stop");

    assertThat(flush(export))
        .extracting(line -> line.substring(0, 16))
        .containsExactly("_sc|partner.up|0", "_sc|partner.up|2", "_sc|partner.up|0");
    emit("partner.call.stop");
    assertThat(flush(export)).isEmpty();
    nanos += Duration.ofSeconds(10).toNanos();
    emit("partner.call.stop");
    assertThat(flush(export)).hasSize(1);
    assertThat(deliveries.lostInAll()).isZero();
  }

  @Test
  void check_isOneForEachSetOfTags() {
    DatadogExport export = check("name: partner.up, tags: [server.address]");

    emit("partner.call.stop", "server.address", "a");
    emit("partner.call.stop", "server.address", "b");
    emit("partner.call.stop", "server.address", "a");

    assertThat(flush(export)).hasSize(2);
  }

  @Test
  void export_takesNoEventOnceItIsClosed() {
    DatadogExport export = event("event: shop.sold, title: sold");
    export.close();

    emit("shop.sold");

    assertThat(flush(export)).isEmpty();
    assertThat(bus.handlers("")).isEmpty();
  }

  private DatadogExport event(String item) {
    return export("{events: [{" + item + "}]}");
  }

  private DatadogExport check(String item) {
    String status = "status: {from: error.type, absent: ok, '*': critical}";
    return export("{service-checks: [{event: partner.call, " + status + ", " + item + "}]}");
  }

  private DatadogExport export(String section) {
    var root = ConfigFixture.yaml("statsd: {flavor: datadog}", "datadog: " + section).load().root();
    GlobalTags tags = GlobalTags.of(Map.of("env", "dev"));
    DatadogConfig config =
        Objects.requireNonNull(
            DatadogConfig.read(root.child("datadog"), tags, null), "wrong section");
    DatagramBatch batch = new DatagramBatch(new Recorded(), 1432, AgentLog.stderr());
    DatadogExport export =
        new DatadogExport(context.tap("datadog", 100), batch, () -> {}, deliveries)
            .rules(config.newRules());
    export.begin();
    open.add(export);
    return export;
  }

  private void emit(String event, String... keysAndValues) {
    Map<String, Object> metadata = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      metadata.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    bus.event(event).execute(Measurements.none(), Metadata.of(metadata));
  }

  private List<String> flush(DatadogExport export) {
    sent.clear();
    export.export(nanos);
    read.clear();
    sent.forEach(line -> read.add(DatadogMessage.read(line)));
    return sent.stream().map(line -> line.replaceFirst("d:\\d{10}", "d:<now>")).toList();
  }

  /** What Datadog's agent reads in the first message of the last flush. */
  private Map<String, String> fields() {
    return read.get(0).fields();
  }

  private static final class Unreadable {
    @Override
    public String toString() {
      throw new IllegalStateException("unreadable");
    }
  }

  private final class Recorded implements Transport {
    @Override
    public void send(byte[] bytes, int length, int lines) {
      sent.addAll(new String(bytes, 0, length, StandardCharsets.UTF_8).lines().toList());
    }

    @Override
    public void close() {}
  }
}
