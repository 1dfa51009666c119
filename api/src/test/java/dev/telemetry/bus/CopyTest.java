package dev.telemetry.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.telemetry.OnFailure;
import dev.telemetry.Recorder;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Copies of the API in loaders of their own, which share nothing but the JDK. */
final class CopyTest {
  private static final int COLLECTIONS = 200;

  private final Bus agent = new Bus();
  private final Recorder recorder = new Recorder();

  @Test
  void copy_worksWithoutAgent() throws Exception {
    try (Copy copy = new Copy()) {
      copy.call("attach", "h", "**");
      copy.call("execute", "a", Map.of("n", 1));
      assertThat(copy.call("seen")).isEqualTo(List.of("a{n=1}{}"));
    }
  }

  @Test
  void copies_shareTheBusOfTheAgent() throws Exception {
    agent.attach("agent", List.of("shop.**"), recorder, OnFailure.detach());
    try (Copy first = linked();
        Copy second = linked()) {
      first.call("attach", "first", "shop.*");
      second.call("execute", "shop.order", Map.of("n", 1));
      assertThat(first.call("seen")).isEqualTo(List.of("shop.order{n=1}{}"));
      assertThat(second.call("seen")).isEqualTo(List.of());
      assertThat(recorder.only().measurements().get("n")).isEqualTo(1);
      assertThat(second.call("handlers"))
          .isEqualTo(List.of("agent at shop.** (detach)", "first at shop.* (detach)"));
      assertThatThrownBy(() -> second.call("attach", "first", "x"))
          .rootCause()
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("a handler with id 'first' is attached already");
    }
  }

  @Test
  void spansOfCopy_reachTheAgent() throws Exception {
    agent.attach("agent", List.of("shop.**"), recorder, OnFailure.detach());
    try (Copy copy = linked()) {
      assertThat(copy.call("span", "shop.order", "done")).isEqualTo("done");
    }
    assertThat(recorder.events()).containsExactly("shop.order.start", "shop.order.stop");
    Recorder.Seen stop = recorder.all().get(1);
    assertThat(stop.measurements().names()).containsExactly("duration", "monotonic_time");
    assertThat(stop.metadata().get("k")).isEqualTo("v");
    assertThat(stop.metadata().get("telemetry.span.context"))
        .isEqualTo(recorder.all().get(0).metadata().get("telemetry.span.context"));
  }

  @Test
  void copyAsAgent_servesTheOthers() throws Exception {
    try (Copy isolated = new Copy();
        Copy copy = new Copy()) {
      copy.call("attach", "before", "a");
      copy.call("link", isolated.call("protocol"));
      isolated.call("execute", "a", Map.of("n", 1));
      assertThat(copy.call("seen")).isEqualTo(List.of("a{n=1}{}"));
      copy.call("unlink");
      isolated.call("execute", "a", Map.of("n", 2));
      assertThat(copy.call("seen")).isEqualTo(List.of("a{n=1}{}"));
      assertThat(isolated.call("handlers")).isEqualTo(List.of());
    }
  }

  @Test
  void copy_canBeUnloadedAndItsHandlersAreDropped() throws Exception {
    WeakReference<ClassLoader> loader = forgottenCopy();
    for (int i = 0; i < COLLECTIONS && loader.get() != null; i++) {
      System.gc();
      Thread.sleep(10);
    }
    assertThat(loader.get()).isNull();
    assertThat(agent.event("a").enabled()).isTrue();
    agent
        .event("a")
        .single(Facts.of(dev.telemetry.Measurements.none(), dev.telemetry.Metadata.none()));
    assertThat(agent.event("a").enabled()).as("dropped by the next event").isFalse();
    agent.attach("second", List.of("b"), recorder, OnFailure.detach());
    assertThat(agent.handlers("")).hasSize(1);
  }

  private WeakReference<ClassLoader> forgottenCopy() throws Exception {
    try (Copy copy = linked()) {
      copy.call("attach", "first", "a");
      copy.call("attach", "second", "b");
      copy.call("execute", "a", Map.of("n", 1));
      copy.call("span", "shop.order", "done");
      assertThat(copy.call("seen")).isEqualTo(List.of("a{n=1}{}"));
      return new WeakReference<>(copy.loader());
    }
  }

  private Copy linked() throws Exception {
    Copy copy = new Copy();
    copy.call("link", agent.protocol());
    return copy;
  }
}
