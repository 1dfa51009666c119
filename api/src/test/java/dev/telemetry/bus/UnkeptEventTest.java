package dev.telemetry.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.telemetry.Measurements;
import dev.telemetry.Metadata;
import dev.telemetry.OnFailure;
import dev.telemetry.Recorder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Names beyond the limit: applications that make them up without end must not pay for it. */
final class UnkeptEventTest {
  private final Bus bus = new Bus();
  private final FactsLog log = new FactsLog();
  private final List<String> asked = new ArrayList<>();

  @BeforeEach
  void fill() {
    for (int i = 0; i < Registry.LIMIT; i++) {
      bus.event("made.up." + i);
    }
  }

  @Test
  void names_withinTheLimitAreKept() {
    assertThat(bus.event("made.up.9999")).isSameAs(bus.event("made.up.9999"));
    assertThat(bus.event("beyond")).isNotSameAs(bus.event("beyond"));
  }

  @Test
  void handle_hearsOfHandlersThatComeAndGo() {
    Event handle = bus.event("beyond");
    SpanEvents span = bus.span("span.beyond");
    Recorder recorder = new Recorder();
    bus.attach("h", List.of("beyond", "span.**"), recorder, OnFailure.detach());
    assertThat(handle.enabled()).isTrue();
    handle.single(noFacts());
    bus.event("beyond").single(noFacts());
    span.started(noFacts());
    bus.detach("h");
    handle.single(noFacts());
    assertThat(recorder.events()).containsExactly("beyond", "beyond", "span.beyond.start");
    assertThat(handle.enabled()).isFalse();
  }

  @Test
  void handle_hearsOfSourcesAndTheirNewAnswers() {
    Event handle = bus.event("beyond");
    boolean[] wanted = {false};
    Runnable subscription = bus.subscribe(name -> wanted[0] ? log : null);
    assertThat(handle.enabled()).isFalse();
    wanted[0] = true;
    bus.refresh(name -> true);
    assertThat(handle.enabled()).isTrue();
    handle.single(noFacts());
    subscription.run();
    handle.single(noFacts());
    assertThat(log.lines).hasSize(1);
  }

  @Test
  void handle_asksSourcesAgainOnlyWhenSomethingHasChanged() {
    bus.subscribe(this::ask);
    asked.clear();
    Event handle = bus.event("beyond");
    for (int i = 0; i < 3; i++) {
      handle.execute(Measurements.none(), Metadata.none());
    }
    assertThat(asked).containsExactly("beyond");
    bus.refresh(name -> true);
    handle.execute(Measurements.none(), Metadata.none());
    assertThat(asked).hasSize(Registry.LIMIT + 2).last().isEqualTo("beyond");
  }

  @Test
  void changes_doNotWalkOverHandlesBeyondTheLimit() {
    List<Event> held = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      held.add(bus.event("beyond." + i));
    }
    bus.subscribe(this::ask);
    assertThat(asked).hasSize(Registry.LIMIT);
    assertThat(held).noneMatch(Event::enabled);
    assertThat(asked).hasSize(Registry.LIMIT + 100);
  }

  @Test
  void event_waitsForNobodyWhoChangesSomething() throws InterruptedException {
    CountDownLatch changing = new CountDownLatch(1);
    CountDownLatch emitted = new CountDownLatch(1);
    Thread change =
        new Thread(
            () ->
                bus.subscribe(
                    name -> {
                      changing.countDown();
                      return name.equals("made.up.0") ? awaiting(emitted) : null;
                    }));
    change.start();
    changing.await();
    bus.event("beyond").execute(Measurements.none(), Metadata.none());
    bus.span("span.beyond").started(noFacts());
    emitted.countDown();
    change.join();
    assertThat(log.lines).as("whether the change was under way").contains("not waited in vain");
  }

  private @Nullable Subscriber awaiting(CountDownLatch emitted) {
    try {
      if (emitted.await(60, TimeUnit.SECONDS)) {
        log.lines.add("not waited in vain");
      }
      return null;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void failingListener_isCountedAndReachesNobody() {
    bus.subscribe(
        name -> {
          throw new IllegalStateException("no");
        });
    long before = bus.failures();
    bus.event("beyond").execute(Measurements.none(), Metadata.none());
    assertThat(bus.failures()).isEqualTo(before + 1);
  }

  @Test
  void malformedName_isRefusedAtOnce() {
    assertThatThrownBy(() -> bus.event("a..b")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> bus.span("a b")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void linkedCopy_handsOverWhatIsBeyondTheLimitOfBoth() {
    Bus copy = TestBuses.linkedTo(bus);
    for (int i = 0; i < Registry.LIMIT; i++) {
      copy.event("made.up.too." + i);
    }
    Event handle = copy.event("beyond");
    bus.subscribe(name -> log);
    handle.execute(Measurements.of("rows", 2), Metadata.of("k", "v"));
    assertThat(log.lines).containsExactly("single rows=2.0 k=v");
    assertThat(copy.event("unheard").enabled())
        .as("nobody could tell a copy that somebody listens")
        .isTrue();
  }

  private @Nullable Subscriber ask(String name) {
    asked.add(name);
    return null;
  }

  private static Facts noFacts() {
    return Facts.of(Measurements.none(), Metadata.none());
  }
}
