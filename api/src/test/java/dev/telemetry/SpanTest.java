package dev.telemetry;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.telemetry.bus.Bus;
import dev.telemetry.bus.Facts;
import dev.telemetry.bus.SpanEvents;
import dev.telemetry.bus.TestBuses;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spans, on one bus and from a copy that is linked to the bus of the handler. */
final class SpanTest {
  private static final Metadata ORDER = Metadata.of("order", 7);

  private final Bus agent = new Bus();
  private final Recorder recorder = new Recorder();

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void span_invokesHandlersOfStartAndStop(boolean linked) {
    long nanos = System.nanoTime();
    String result = Span.run(listened(linked), ORDER, span -> "done");
    assertThat(result).isEqualTo("done");
    assertThat(recorder.events()).containsExactly("shop.start", "shop.stop");
    Measurements start = recorder.all().get(0).measurements();
    assertThat(start.names()).containsExactlyInAnyOrder("monotonic_time", "system_time");
    assertThat(TimeUnit.NANOSECONDS.toMillis(number(start, "system_time")))
        .isCloseTo(System.currentTimeMillis(), within());
    Measurements stop = recorder.all().get(1).measurements();
    assertThat(stop.names()).containsExactlyInAnyOrder("duration", "monotonic_time");
    long begun = number(start, "monotonic_time");
    long ended = number(stop, "monotonic_time");
    assertThat(begun).isBetween(nanos, ended);
    assertThat(stop.get("duration")).isEqualTo(ended - begun);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void span_stopCarriesMetadataOfStart(boolean linked) {
    Span.run(
        listened(linked), ORDER, span -> span.stop(Metadata.of("status", "paid").with("order", 8)));
    assertThat(recorder.all().get(0).metadata().get("order")).isEqualTo(7);
    assertThat(recorder.all().get(1).metadata().toMap())
        .containsEntry("order", 8)
        .containsEntry("status", "paid")
        .containsKey("telemetry.span.context")
        .hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void span_extraMeasurementsDoNotReplaceItsOwn(boolean linked) {
    Measurements extra = Measurements.of(Map.of("rows", 3, "duration", -1, "monotonic_time", -1));
    Span.run(listened(linked), ORDER, span -> span.stop(extra, Metadata.none()));
    Measurements stop = recorder.all().get(1).measurements();
    assertThat(stop.get("rows")).isEqualTo(3);
    assertThat(number(stop, "duration")).isNotNegative();
    assertThat(stop.get("monotonic_time")).isNotEqualTo(-1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void span_invokesHandlersOfExceptionAndRethrowsUnchanged(boolean linked) {
    IOException failure = new IOException("gone");
    SpanEvents events = listened(linked);
    assertThatThrownBy(
            () ->
                Span.run(
                    events,
                    ORDER,
                    span -> {
                      throw failure;
                    }))
        .isSameAs(failure);
    assertThat(recorder.events()).containsExactly("shop.start", "shop.exception");
    Recorder.Seen seen = recorder.all().get(1);
    assertThat(seen.measurements().names()).containsExactlyInAnyOrder("duration", "monotonic_time");
    assertThat(seen.metadata().toMap())
        .containsEntry("order", 7)
        .containsEntry("kind", "exception")
        .containsEntry("reason", failure)
        .containsEntry("stacktrace", List.of(failure.getStackTrace()))
        .containsEntry("error.type", "java.io.IOException")
        .containsEntry("error.message", "gone")
        .containsKey("telemetry.span.context")
        .hasSize(7);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void span_tellsErrorsByTheirKind(boolean linked) {
    new Span(listened(linked), ORDER).exception(new StackOverflowError());
    assertThat(recorder.all().get(1).metadata().get("kind")).isEqualTo("error");
    assertThat(recorder.all().get(1).metadata().keys()).doesNotContain("error.message");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void spans_preserveContext(boolean linked) {
    Span.run(listened(linked), ORDER.with("telemetry.span.context", "mine"), span -> "done");
    assertThat(contexts()).containsExactly("mine", "mine");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void spans_generateUniqueDefaultContexts(boolean linked) {
    SpanEvents events = listened(linked);
    Span.run(events, ORDER, span -> "done");
    Span.run(events, ORDER, span -> "done");
    List<Object> contexts = contexts();
    assertThat(contexts.get(0)).isNotNull().isEqualTo(contexts.get(1));
    assertThat(contexts.get(2)).isNotNull().isEqualTo(contexts.get(3));
    assertThat(contexts.get(0)).isNotEqualTo(contexts.get(2));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void spans_withoutAnObjectHaveTheSameContextAtBothEnds(boolean linked) {
    SpanEvents events = listened(linked);
    Facts facts = Facts.of(Measurements.none(), ORDER);
    events.ended(events.started(facts), facts, null);
    assertThat(contexts().get(0)).isNotNull().isEqualTo(contexts().get(1));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void span_endsOnceOnAnyThread(boolean linked) throws Exception {
    Span span = new Span(listened(linked), ORDER);
    boolean[] ended = new boolean[1];
    Thread other = new Thread(() -> ended[0] = span.stop());
    other.start();
    other.join(TimeUnit.SECONDS.toMillis(10));
    assertThat(ended[0]).isTrue();
    assertThat(span.stop()).isFalse();
    assertThat(span.exception(new IOException())).isFalse();
    assertThat(recorder.events()).containsExactly("shop.start", "shop.stop");
    assertThat(recorder.all().get(1).thread()).isSameAs(other);
    assertThat(contexts().get(0)).isEqualTo(contexts().get(1));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void span_thatBeganUnheardEndsUnheard(boolean linked) {
    SpanEvents events = events(linked);
    Span span = new Span(events, ORDER);
    agent.attach("h", List.of("**"), recorder, OnFailure.detach());
    assertThat(span.stop()).isTrue();
    assertThat(span.stop()).isFalse();
    assertThat(recorder.all()).isEmpty();
  }

  private SpanEvents listened(boolean linked) {
    agent.attach("h", List.of("shop.*"), recorder, OnFailure.detach());
    return events(linked);
  }

  private SpanEvents events(boolean linked) {
    return (linked ? TestBuses.linkedTo(agent) : agent).span("shop");
  }

  private List<Object> contexts() {
    return recorder.all().stream()
        .<Object>map(seen -> seen.metadata().get("telemetry.span.context"))
        .toList();
  }

  private static Offset<Long> within() {
    return Offset.offset(TimeUnit.MINUTES.toMillis(10));
  }

  private static long number(Measurements measurements, String name) {
    return requireNonNull(measurements.get(name)).longValue();
  }
}
