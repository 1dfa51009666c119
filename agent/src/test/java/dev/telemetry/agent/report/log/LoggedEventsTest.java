package dev.telemetry.agent.report.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.telemetry.Measurements;
import dev.telemetry.Metadata;
import dev.telemetry.agent.config.ConfigFixture;
import dev.telemetry.agent.log.AgentLog;
import dev.telemetry.agent.metrics.SeriesRegistry;
import dev.telemetry.agent.report.LossReason;
import dev.telemetry.agent.report.ReporterContext;
import dev.telemetry.bus.Bus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LoggedEventsTest {
  private static final Measurements NUMBERS =
      Measurements.of(Map.of("weight", 0.5, "price", 3, "duration", 1_200_000L));
  private static final String TIME = "2\\d{3}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{3})?Z";

  private final Bus bus = new Bus();
  private final ReporterContext context =
      new ReporterContext(bus, new SeriesRegistry(), AgentLog.stderr());
  private final List<String> printed = new ArrayList<>();
  private final Lines lines = new Lines(this::print, context.deliveries("log"));

  @Test
  void text_isTimeNameMetadataAndNumbersByKey() {
    LoggedEvents events = events("events: [shop.*]");
    emit("shop.sold", NUMBERS, Metadata.of("item", "book").with("by", "ann"));
    emit("other.sold", NUMBERS, Metadata.of("item", "book"));
    events.print();

    assertThat(printed)
        .singleElement()
        .asString()
        .matches(
            TIME + " shop\\.sold\\{by=ann, item=book} duration=1200000, price=3, weight=0\\.5");
  }

  @Test
  void text_leavesOutWhatThereIsNot() {
    LoggedEvents events = events("events: [shop.*]");
    emit("shop.sold", Measurements.none(), Metadata.of(Map.of()));
    events.print();

    assertThat(printed).singleElement().asString().matches(TIME + " shop\\.sold");
  }

  @Test
  void json_isReadBackByAnotherParser() throws JsonProcessingException {
    long before = System.currentTimeMillis();
    LoggedEvents events = events("format: json, events: [shop.*]");
    emit("shop.sold", NUMBERS, Metadata.of("item", "a\"b\\c\nd\u00e9").with("rows", 7));
    events.print();

    JsonNode line = new ObjectMapper().readTree(printed.get(0));
    assertThat(line.get("event").asText()).isEqualTo("shop.sold");
    assertThat(Instant.parse(line.get("time").asText()).toEpochMilli())
        .isBetween(before, System.currentTimeMillis());
    assertThat(line.get("measurements"))
        .hasToString("{\"duration\":1200000,\"price\":3,\"weight\":0.5}");
    assertThat(line.get("metadata").get("item").asText()).isEqualTo("a\"b\\c\nd\u00e9");
    assertThat(line.get("metadata").get("rows").isInt()).isTrue();
  }

  @Test
  void secrets_areHiddenByTheWordsOfBothLists() {
    for (String format : List.of("text", "json")) {
      LoggedEvents events = events("format: " + format + ", events: ['**'], secrets: [IBAN]");
      emit(
          "shop.paid",
          Measurements.of("session.token", 471147),
          Metadata.of("Set-Cookie", "c471147").with("user.iban", "i471147").with("item", "book"));
      events.print();
      events.close();
    }

    assertThat(printed).hasSize(2).allMatch(line -> line.contains("book"));
    assertThat(printed).noneMatch(line -> line.contains("471147"));
    assertThat(printed).allMatch(line -> line.split("\\*{4}", -1).length == 4);
  }

  @Test
  void limit_countsTheRest() {
    LoggedEvents events = events("events: [shop.*], limit: 2/h");
    for (int i = 0; i < 5; i++) {
      emit("shop.sold", NUMBERS, Metadata.of("item", i));
    }
    events.print();

    assertThat(printed).hasSize(2);
    assertThat(context.deliveries("log")).hasToString("sent 2, lost {over the limit=3}");
  }

  @Test
  void value_whoseTextFailsIsCounted() {
    LoggedEvents events = events("events: [shop.*]");
    emit("shop.sold", NUMBERS, Metadata.of("item", new Unreadable()));
    emit("shop.sold", NUMBERS, Metadata.of("item", "book"));
    events.print();

    assertThat(printed).hasSize(1);
    assertThat(context.deliveries("log")).hasToString("sent 1, lost {unreadable event=1}");
  }

  @Test
  void close_printsWhatHasPassedBefore() {
    LoggedEvents events = events("events: [shop.*]");
    emit("shop.sold", NUMBERS, Metadata.of("item", "book"));
    events.close();
    emit("shop.sold", NUMBERS, Metadata.of("item", "pen"));
    events.print();

    assertThat(printed).singleElement().asString().contains("item=book");
  }

  @Test
  void noPatterns_attachNoHandler() {
    events("every: 1h");

    assertThat(bus.handlers("")).isEmpty();
  }

  private LoggedEvents events(String section) {
    var root = ConfigFixture.yaml("log: {" + section + "}").load().root();
    LogConfig config = Objects.requireNonNull(LogConfig.read(root.child("log")));
    LoggedEvents events = new LoggedEvents(config, context, lines);
    events.open();
    return events;
  }

  private @Nullable LossReason print(String line) {
    printed.add(line);
    return null;
  }

  private void emit(String event, Measurements measurements, Metadata metadata) {
    bus.event(event).execute(measurements, metadata);
  }

  private static final class Unreadable {
    @Override
    public String toString() {
      throw new IllegalStateException("gone");
    }
  }
}
