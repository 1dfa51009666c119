package dev.telemetry.agent.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.telemetry.Measurements;
import dev.telemetry.Metadata;
import dev.telemetry.agent.log.AgentLog;
import dev.telemetry.agent.metrics.SeriesRegistry;
import dev.telemetry.bus.Bus;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EventTapTest {
  private final Bus bus = new Bus();
  private final ReporterContext context =
      new ReporterContext(bus, new SeriesRegistry(), AgentLog.stderr());
  private final EventTap tap = context.tap("log", 3);
  private final List<TappedEvent> drained = new ArrayList<>();

  @Test
  void drain_handsOverWhatPassedInOrder() {
    tap.open(List.of("shop.*"));
    emit("shop.sold", 1);
    emit("other.sold", 2);
    emit("shop.closed", 3);

    assertThat(tap.drain(drained::add)).isEqualTo(2);
    assertThat(drained).extracting(TappedEvent::name).containsExactly("shop.sold", "shop.closed");
    assertThat(drained.get(1).measurements().get("price")).isEqualTo(3);
    assertThat(drained.get(1).metadata().get("item")).isEqualTo("book");
  }

  @Test
  void drain_handsOverNothingTwice() {
    tap.open(List.of("shop.sold"));
    emit("shop.sold", 1);
    tap.drain(drained::add);

    assertThat(tap.drain(drained::add)).isZero();
  }

  @Test
  void tap_countsWhatItHasNoRoomFor() {
    tap.open(List.of("shop.sold"));
    for (int i = 0; i < 5; i++) {
      emit("shop.sold", i);
    }

    assertThat(tap.drain(drained::add)).isEqualTo(3);
    assertThat(context.deliveries("log").lost()).containsEntry("event queue full", 2L);
  }

  @Test
  void tap_hasRoomAgainOnceItWasDrained() {
    tap.open(List.of("shop.sold"));
    for (int i = 0; i < 10; i++) {
      emit("shop.sold", i);
      tap.drain(drained::add);
    }

    assertThat(drained).hasSize(10);
    assertThat(context.deliveries("log").lostInAll()).isZero();
  }

  @Test
  void close_endsTheTapAndLeavesWhatWaits() {
    tap.open(List.of("shop.sold"));
    emit("shop.sold", 1);
    tap.close();
    emit("shop.sold", 2);

    assertThat(tap.drain(drained::add)).isEqualTo(1);
    assertThat(bus.handlers("")).isEmpty();
  }

  @Test
  void open_refusesAMalformedPattern() {
    assertThatThrownBy(() -> tap.open(List.of("shop.so*d")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("shop.so*d");
  }

  @Test
  void tap_losesNoEventBetweenThreads() throws InterruptedException {
    EventTap wide = context.tap("wide", 1_000);
    wide.open(List.of("shop.sold"));
    AtomicBoolean emitting = new AtomicBoolean(true);
    AtomicInteger seen = new AtomicInteger();
    Thread drain =
        new Thread(
            () -> {
              while (emitting.get()) {
                wide.drain(event -> seen.incrementAndGet());
              }
            });
    drain.start();
    List<Thread> emitters = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      emitters.add(new Thread(() -> emitMany(5_000)));
    }
    emitters.forEach(Thread::start);
    for (Thread emitter : emitters) {
      emitter.join();
    }
    emitting.set(false);
    drain.join();
    wide.drain(event -> seen.incrementAndGet());

    assertThat(seen.get() + context.deliveries("wide").lostInAll()).isEqualTo(20_000);
  }

  private void emitMany(int count) {
    for (int i = 0; i < count; i++) {
      emit("shop.sold", i);
    }
  }

  private void emit(String event, int price) {
    bus.event(event).execute(Measurements.of("price", price), Metadata.of("item", "book"));
  }
}
