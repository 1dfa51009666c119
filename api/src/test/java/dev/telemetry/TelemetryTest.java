package dev.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The facade over the shared bus; what holds of any bus is tested there. */
final class TelemetryTest {
  private final Recorder recorder = new Recorder();

  @AfterEach
  void detachAll() {
    Telemetry.handlers("").forEach(info -> Telemetry.detach(info.id()));
  }

  @Test
  void attach_receivesWhatIsExecuted() {
    Telemetry.attach("h", "facade.*", recorder);
    Telemetry.execute("facade.a", Measurements.of("n", 1));
    Telemetry.execute("facade.a", Measurements.of("n", 2), Metadata.of("k", "v"));
    Telemetry.execute("facade.a", Map.of("n", 3), Map.of("k", "w"));
    Telemetry.event("facade.a").execute(Measurements.of("n", 4), Metadata.none());
    assertThat(recorder.all())
        .extracting(seen -> seen.measurements() + " " + seen.metadata())
        .containsExactly("{n=1} {}", "{n=2} {k=v}", "{n=3} {k=w}", "{n=4} {}");
  }

  @Test
  void execute_defaultsToEmptyMetadata() {
    Telemetry.attach("h", "facade.a", recorder);
    Telemetry.execute("facade.a", Measurements.none());
    assertThat(recorder.only().metadata().toMap()).isEmpty();
  }

  @Test
  void execute_rejectsBadEventNames() {
    assertThatThrownBy(() -> Telemetry.execute("facade..a", Measurements.none()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void views_stayAsTheyWereAtTheEvent() {
    Telemetry.attach("h", "facade.a", recorder);
    Map<String, Integer> measurements = new LinkedHashMap<>(Map.of("n", 1));
    Map<String, String> metadata = new LinkedHashMap<>(Map.of("k", "v"));
    metadata.put("none", null);
    Telemetry.execute("facade.a", measurements, metadata);
    measurements.clear();
    metadata.clear();
    Recorder.Seen seen = recorder.only();
    assertThat(seen.measurements().toMap()).isEqualTo(Map.of("n", 1));
    assertThat(seen.metadata().toMap()).isEqualTo(Map.of("k", "v"));
    assertThatThrownBy(() -> seen.metadata().toMap().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void attachMany_isListedOncePerEventAndDetachedAsOne() {
    Telemetry.attachMany("h", List.of("facade.a", "facade.b"), recorder, OnFailure.keep(1));
    assertThat(Telemetry.handlers("facade"))
        .extracting(HandlerInfo::toString)
        .containsExactly(
            "h at facade.a (keep, up to 1 reports a minute)",
            "h at facade.b (keep, up to 1 reports a minute)");
    assertThat(Telemetry.detach("h")).isTrue();
    assertThat(Telemetry.detach("h")).isFalse();
    assertThat(Telemetry.handlers("")).isEmpty();
  }

  @Test
  void keep_rejectsSilence() {
    assertThatThrownBy(() -> OnFailure.keep(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("reports per minute must be at least 1, not 0");
  }

  @Test
  void span_returnsWhatTheBodyReturns() {
    assertThat(Telemetry.span("facade.s", Metadata.none(), () -> "unheard")).isEqualTo("unheard");
    Telemetry.attach("h", "facade.s.*", recorder);
    assertThat(Telemetry.span("facade.s", Metadata.none(), () -> "heard")).isEqualTo("heard");
    assertThat(recorder.events()).containsExactly("facade.s.start", "facade.s.stop");
  }

  @Test
  void span_bodyMayThrowWhatItDeclares() {
    Telemetry.attach("h", "facade.s.exception", recorder);
    assertThatThrownBy(() -> Telemetry.span("facade.s", Metadata.none(), TelemetryTest::read))
        .isInstanceOf(IOException.class);
    assertThat(recorder.events()).containsExactly("facade.s.exception");
  }

  @Test
  void span_bodyMayEndItWithMore() {
    Telemetry.attach("h", "facade.s.*", recorder);
    int rows =
        Telemetry.span(
            "facade.s",
            Metadata.none(),
            span -> {
              span.stop(Measurements.of("rows", 3), Metadata.of("k", "v"));
              return 3;
            });
    assertThat(rows).isEqualTo(3);
    assertThat(recorder.events()).containsExactly("facade.s.start", "facade.s.stop");
    assertThat(recorder.all().get(1).measurements().get("rows")).isEqualTo(3);
  }

  @Test
  void startSpan_isEndedByItsCaller() {
    Telemetry.attach("h", "facade.s.*", recorder);
    Span span = Telemetry.startSpan("facade.s", Metadata.of("k", "v"));
    assertThat(recorder.events()).containsExactly("facade.s.start");
    assertThat(span.stop()).isTrue();
    assertThat(recorder.events()).containsExactly("facade.s.start", "facade.s.stop");
  }

  private static String read() throws IOException {
    throw new IOException();
  }
}
