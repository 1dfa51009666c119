package dev.telemetry.instrumentation.measured;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.OnFailure;
import dev.telemetry.bus.Bus;
import dev.telemetry.instrumentation.MethodSite;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PairsTest {
  private final Bus bus = new Bus();
  private final List<String> events = new ArrayList<>();
  private final Pairs pairs = new Pairs(bus, "x", new Sweeper());
  private final PairArguments arguments =
      new PairArguments(
          new MethodSite("example.Board", "handle", "(Ljava/lang/Object;)V", 1)
              .annotated(
                  Map.of(), Map.of(), List.of(Map.of(MeasuredEvents.MEASURED_KEY, Map.of()))));
  private final Opening opening = new Opening(pairs, "example.Board.handle", arguments);

  PairsTest() {
    bus.attach(
        "events",
        Set.of("**"),
        (event, measurements, metadata) -> events.add(event),
        OnFailure.detach());
  }

  @Test
  void unclosedSpan_isGivenUpAfterTheLimit() {
    OpenSpan span = open("key");

    assertThat(pairs.sweep(span.start + Pairs.LIMIT_NANOS)).isTrue();
    assertThat(pairs.sweep(span.start + Pairs.LIMIT_NANOS + 1)).isFalse();

    assertThat(events).containsExactly("x.start", "x.exception", "measured.unanswered");
    assertThat(pairs.take("key")).isNull();
  }

  @Test
  void spanThatIsGivenUpWhileItsMethodRuns_isNotUsedAgainBefore() {
    OpenSpan first = begin("key");
    pairs.sweep(first.start + Pairs.LIMIT_NANOS + 1);

    OpenSpan second = begin("key");
    pairs.opened(first, new IllegalStateException("late"));

    assertThat(second).isNotSameAs(first);
    assertThat(events).filteredOn("x.exception"::equals).hasSize(1);
    assertThat(pairs.take("key")).isSameAs(second);
  }

  @Test
  void spansThatAreOver_areUsedAgain() {
    OpenSpan first = open("key");
    pairs.take("key");
    pairs.close(first, null);

    assertThat(open("key")).isSameAs(first);
  }

  @Test
  void tooManySpans_giveUpTheOldest() {
    int opened = 2 * 16 * OpenSpans.LIMIT;
    for (int key = 0; key < opened; key++) {
      open(key);
    }

    int closed = 0;
    for (int key = 0; key < opened; key++) {
      OpenSpan span = pairs.take(key);
      if (span != null) {
        pairs.close(span, null);
        closed++;
      }
    }
    assertThat(closed).isEqualTo(16 * OpenSpans.LIMIT);
    assertThat(events).filteredOn("measured.unanswered"::equals).hasSize(opened - closed);
    assertThat(events).filteredOn("x.exception"::equals).hasSize(opened - closed);
  }

  private OpenSpan open(Object key) {
    OpenSpan span = begin(key);
    pairs.opened(span, null);
    return span;
  }

  private OpenSpan begin(Object key) {
    return Objects.requireNonNull(pairs.open(opening, key, null, null));
  }
}
