package dev.telemetry.bus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.Handler;
import dev.telemetry.Measurements;
import dev.telemetry.Metadata;
import dev.telemetry.OnFailure;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class ObserveTest {
  private static final Handler NOTHING = (event, measurements, metadata) -> {};

  private final Bus bus = new Bus();

  @Test
  void heardEvents_areCountedByName() {
    attach("both", NOTHING, "shop.order", "shop.basket");
    bus.observe(true);
    emit("shop.order", 3);
    emit("shop.basket", 2);

    assertThat(bus.eventCounts()).isEqualTo(Map.of("shop.order", 3L, "shop.basket", 2L));
  }

  @Test
  void endsOfSpans_areCountedByName() {
    attach("span", NOTHING, "shop.order.**");
    bus.observe(true);
    SpanEvents span = bus.span("shop.order");
    Facts none = Facts.of(Measurements.none(), Metadata.none());
    span.start().started(1, none);
    span.stop().ended(1, 2, none, null);

    assertThat(bus.eventCounts()).isEqualTo(Map.of("shop.order.start", 1L, "shop.order.stop", 1L));
  }

  @Test
  void unheardEvents_stayUnheardAndUncounted() {
    bus.observe(true);
    emit("shop.order", 3);

    assertThat(bus.eventCounts()).isEmpty();
    assertThat(bus.unheard()).containsExactly("shop.order");
    assertThat(bus.event("shop.order").enabled()).isFalse();
  }

  @Test
  void whatIsNotObserved_isNotCounted() {
    attach("one", NOTHING, "shop.order");
    emit("shop.order", 1);
    bus.observe(true);
    emit("shop.order", 1);
    bus.observe(false);
    emit("shop.order", 1);

    assertThat(bus.eventCounts()).isEqualTo(Map.of("shop.order", 1L));
  }

  @Test
  void handlers_areTimed() {
    long pause = TimeUnit.MILLISECONDS.toNanos(2);
    attach("slow", (event, measurements, metadata) -> waitAtLeast(pause), "shop.order");
    bus.observe(true);
    emit("shop.order", 2);

    HandlerTime time = bus.handlerTimes().get(0);
    assertThat(time.id()).isEqualTo("slow");
    assertThat(time.calls()).isEqualTo(2);
    assertThat(time.nanos()).isGreaterThanOrEqualTo(2 * pause);
  }

  @Test
  void handlerThatIsAttachedLater_isTimedToo() {
    bus.observe(true);
    attach("late", NOTHING, "shop.order");
    emit("shop.order", 1);

    assertThat(bus.handlerTimes().get(0).calls()).isEqualTo(1);
  }

  private void attach(String id, Handler handler, String... events) {
    bus.attach(id, List.of(events), handler, OnFailure.detach());
  }

  private void emit(String event, int times) {
    for (int i = 0; i < times; i++) {
      bus.event(event).execute(Measurements.none(), Metadata.none());
    }
  }

  private static void waitAtLeast(long nanos) {
    long end = System.nanoTime() + nanos;
    while (System.nanoTime() < end) {
      LockSupport.parkNanos(nanos);
    }
  }
}
