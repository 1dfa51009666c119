package dev.telemetry.bus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.Measurements;
import dev.telemetry.Metadata;
import dev.telemetry.OnFailure;
import dev.telemetry.Recorder;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SubscribeTest {
  private final Bus bus = new Bus();
  private final FactsLog log = new FactsLog();

  @Test
  void source_isAskedOnceForEachName() {
    bus.event("before");
    List<String> asked = new ArrayList<>();
    bus.subscribe(
        name -> {
          asked.add(name);
          return null;
        });
    bus.event("after");
    bus.event("after");
    bus.subscribe(name -> log).run();
    bus.attach("h", List.of("**"), new Recorder(), OnFailure.detach());
    assertThat(asked).containsExactly("before", "after");
  }

  @Test
  void refresh_asksAgainAndTakesTheNewAnswers() {
    boolean[] wanted = {true, false};
    bus.subscribe(name -> wanted[name.equals("a") ? 0 : 1] ? log : null);
    Event a = bus.event("a");
    Event b = bus.event("b");
    wanted[0] = false;
    wanted[1] = true;
    bus.refresh(name -> true);
    assertThat(a.enabled()).isFalse();
    assertThat(b.enabled()).isTrue();
  }

  @Test
  void refresh_leavesOtherNamesAlone() {
    List<String> asked = new ArrayList<>();
    bus.event("a");
    bus.event("b");
    bus.subscribe(
        name -> {
          asked.add(name);
          return null;
        });
    asked.clear();
    bus.refresh(name -> name.equals("b"));
    assertThat(asked).containsExactly("b");
  }

  @Test
  void unheard_areTheNamesThatNobodyListensTo() {
    bus.subscribe(name -> name.equals("b.stop") ? log : null);
    bus.event("c");
    bus.span("b");
    bus.span("a");
    bus.attach("h", List.of("a.start"), new Recorder(), OnFailure.detach());
    assertThat(bus.unheard()).containsExactly("a.exception", "a.stop", "b.exception", "c");
    bus.detach("h");
    assertThat(bus.unheard()).contains("a.start").doesNotContain("b.start");
  }

  @Test
  void unheardOfCopies_areTheEventsAndSpansOfApplicationsAlone() {
    Bus copy = TestBuses.linkedTo(bus);
    bus.subscribe(name -> name.equals("paid.stop") ? log : null);
    bus.event("ours");
    copy.event("placed");
    copy.span("paid");
    copy.span("packed");
    copy.event("half.stop");
    assertThat(bus.unheardOfCopies()).containsExactly("half.stop", "packed", "placed");
    copy.attach("h", List.of("placed"), new Recorder(), OnFailure.detach());
    assertThat(bus.unheardOfCopies()).containsExactly("half.stop", "packed");
  }

  @Test
  void source_mayAskForFurtherEvents() {
    bus.event("a");
    bus.subscribe(name -> name.endsWith(".too") ? log : and(bus.event(name + ".too")));
    bus.event("b");
    for (String name : List.of("a", "a.too", "b", "b.too")) {
      bus.event(name).single(noFacts());
    }
    assertThat(log.lines).hasSize(4);
  }

  @Test
  void source_thatThrowsIsCountedAndGetsNothing() {
    bus.subscribe(
        name -> {
          throw new LinkageError();
        });
    assertThat(bus.event("a").enabled()).isFalse();
    assertThat(bus.failures()).isEqualTo(1);
  }

  @Test
  void subscriber_receivesFactsAsTheyAre() {
    bus.subscribe(name -> log);
    Facts facts = Facts.of(Measurements.of("rows", 2), Metadata.of("k", "v"));
    SpanEvents span = bus.span("a");
    long start = span.started(facts);
    span.ended(start, facts, null);
    span.ended(start, facts, new IllegalStateException("no"));
    bus.event("b").single(facts);
    assertThat(log.lines)
        .containsExactly(
            "started rows=2.0 k=v",
            "ended rows=2.0 k=v null",
            "ended rows=2.0 k=v java.lang.IllegalStateException: no",
            "single rows=2.0 k=v");
  }

  @Test
  void subscriber_thatThrowsDoesNotStopTheOthers() {
    Recorder recorder = new Recorder();
    bus.subscribe(name -> new ThrowingSubscriber());
    bus.subscribe(name -> log);
    bus.attach("h", List.of("**"), recorder, OnFailure.detach());
    SpanEvents span = bus.span("a");
    span.ended(span.started(noFacts()), noFacts(), null);
    bus.event("b").single(noFacts());
    assertThat(log.lines).hasSize(3);
    assertThat(recorder.events()).containsExactly("a.start", "a.stop", "b");
    assertThat(bus.failures()).isEqualTo(3);
  }

  @Test
  void unsubscribe_takesBackOneSourceOnly() {
    Runnable first = bus.subscribe(name -> log);
    bus.subscribe(name -> log);
    Event event = bus.event("a");
    first.run();
    first.run();
    event.single(noFacts());
    assertThat(log.lines).hasSize(1);
  }

  @Test
  void event_isTheSameForTheSameName() {
    assertThat(bus.event("a")).isSameAs(bus.event("a"));
    assertThat(bus.span("a")).isSameAs(bus.span("a"));
    assertThat(bus.span("a").stop()).isSameAs(bus.event("a.stop"));
  }

  @Test
  void execute_allocatesNothingWhereNobodyListens() {
    Measurements measurements = Measurements.of("n", 1);
    SpanEvents span = bus.span("b");
    Bus copy = TestBuses.linkedTo(bus);
    long few = allocated(() -> emit(measurements, span, copy), 1_000);
    long many = allocated(() -> emit(measurements, span, copy), 101_000);
    assertThat(many - few).isLessThan(100_000);
  }

  private void emit(Measurements measurements, SpanEvents span, Bus copy) {
    bus.event("a").execute(measurements, Metadata.none());
    copy.event("a").execute(measurements, Metadata.none());
    if (span.enabled() || copy.span("b").enabled()) {
      throw new AssertionError("nobody listens");
    }
  }

  private static long allocated(Runnable work, int times) {
    com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    work.run();
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < times; i++) {
      work.run();
    }
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  private Subscriber and(Event further) {
    assertThat(further.name()).endsWith(".too");
    return log;
  }

  private static Facts noFacts() {
    return Facts.of(Measurements.none(), Metadata.none());
  }
}
