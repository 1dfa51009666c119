package dev.telemetry.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.telemetry.CapturedErr;
import dev.telemetry.Handler;
import dev.telemetry.HandlerInfo;
import dev.telemetry.Measurements;
import dev.telemetry.Metadata;
import dev.telemetry.OnFailure;
import dev.telemetry.Recorder;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What holds of handlers, whichever copy of the API they and the emitter are in. */
abstract class HandlerContract {
  final Bus listener;
  final Bus emitter;
  final Recorder recorder = new Recorder();

  /**
   * Places the handlers and the emitter.
   *
   * @param listener makes the bus of the handlers of the bus in the middle, or returns that
   * @param emitter likewise the bus that emits
   */
  HandlerContract(Bus middle, UnaryOperator<Bus> listener, UnaryOperator<Bus> emitter) {
    this.listener = listener.apply(middle);
    this.emitter = emitter.apply(middle);
  }

  @Test
  void execute_invokesHandler() {
    attach("h", recorder, "shop.order");
    emitter
        .event("shop.order")
        .execute(Measurements.of("price", 7), Metadata.of("customer", "ann"));
    Recorder.Seen seen = recorder.only();
    assertThat(seen.event()).isEqualTo("shop.order");
    assertThat(seen.measurements().toMap()).isEqualTo(Map.of("price", 7));
    assertThat(seen.metadata().toMap()).isEqualTo(Map.of("customer", "ann"));
    assertThat(seen.thread()).isSameAs(Thread.currentThread());
  }

  @Test
  void execute_withoutHandlersDoesNothing() {
    attach("h", recorder, "other");
    assertThat(emitter.event("shop.order").enabled()).isFalse();
    execute("shop.order");
    assertThat(recorder.all()).isEmpty();
  }

  @Test
  void execute_doesNotReachPrefix() {
    attach("h", recorder, "shop");
    execute("shop.order");
    assertThat(recorder.all()).isEmpty();
  }

  @Test
  void execute_doesNotReachSpecific() {
    attach("h", recorder, "shop.order");
    execute("shop");
    assertThat(recorder.all()).isEmpty();
  }

  @Test
  void execute_doesNotReachDetached() {
    attach("h", recorder, "shop.order");
    assertThat(listener.detach("h")).isTrue();
    execute("shop.order");
    assertThat(recorder.all()).isEmpty();
    assertThat(emitter.event("shop.order").enabled()).isFalse();
  }

  @Test
  void execute_reachesHandlerAttachedAfterNameWasSeen() {
    Event seenBefore = emitter.event("shop.order");
    attach("exact", recorder, "shop.order");
    attach("pattern", recorder, "shop.*");
    seenBefore.execute(Measurements.none(), Metadata.none());
    assertThat(recorder.events()).containsExactly("shop.order", "shop.order");
  }

  @Test
  void attach_rejectsDuplicateId() {
    attach("h", recorder, "a");
    assertThatThrownBy(() -> attach("h", recorder, "b"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a handler with id 'h' is attached already");
    assertThatThrownBy(() -> emitter.attach("h", List.of("c"), recorder, OnFailure.detach()))
        .hasMessage("a handler with id 'h' is attached already");
    assertThat(handlers("")).containsExactly("h at a (detach)");
  }

  @Test
  void attach_acceptsIdThatIsFreeAgain() {
    attach("h", recorder, "a");
    listener.detach("h");
    attach("h", recorder, "b");
    execute("b");
    assertThat(recorder.events()).containsExactly("b");
  }

  @Test
  void attachMany_invokesHandlerOnEachEvent() {
    attach("h", recorder, "a", "b");
    execute("a");
    execute("b");
    execute("c");
    assertThat(recorder.events()).containsExactly("a", "b");
  }

  @Test
  void attachMany_runsOnceForEventListedTwice() {
    attach("h", recorder, "a.b", "a.b", "a.*", "**");
    execute("a.b");
    assertThat(recorder.events()).containsExactly("a.b");
    assertThat(handlers("a")).containsExactly("h at a.b (detach)", "h at a.* (detach)");
  }

  @Test
  void attachMany_rejectsEmptyList() {
    assertThatThrownBy(() -> listener.attach("h", List.of(), recorder, OnFailure.detach()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no event to attach the handler to");
    assertThat(handlers("")).isEmpty();
  }

  @Test
  void attachMany_isAllOrNothing() {
    assertThatThrownBy(() -> attach("h", recorder, "good", "b..ad"))
        .isInstanceOf(IllegalArgumentException.class);
    execute("good");
    assertThat(recorder.all()).isEmpty();
    assertThat(handlers("")).isEmpty();
  }

  @Test
  void detach_removesHandlerFromAllEvents() {
    attach("h", recorder, "a", "b");
    listener.detach("h");
    execute("a");
    execute("b");
    assertThat(recorder.all()).isEmpty();
    assertThat(handlers("")).isEmpty();
  }

  @Test
  void detach_tellsThatThereIsNoSuchHandler() {
    assertThat(listener.detach("nobody")).isFalse();
  }

  @Test
  void handlers_listsAll() {
    attach("first", recorder, "a");
    listener.attach("second", List.of("b"), recorder, OnFailure.keep(3));
    assertThat(handlers(""))
        .containsExactlyInAnyOrder(
            "first at a (detach)", "second at b (keep, up to 3 reports a minute)");
  }

  @Test
  void handlers_listsByPrefixOfWholeSegments() {
    attach("h", recorder, "http.server.request", "http.server", "http.serverless");
    assertThat(handlers("http.server"))
        .containsExactly("h at http.server.request (detach)", "h at http.server (detach)");
  }

  @Test
  void handlers_listsManyHandlerOncePerEvent() {
    attach("h", recorder, "a", "b.**");
    assertThat(listener.handlers("")).extracting(HandlerInfo::id).containsExactly("h", "h");
    assertThat(listener.handlers("")).extracting(HandlerInfo::event).containsExactly("a", "b.**");
  }

  @Test
  void handler_isDetachedOnException() {
    Recorder others = new Recorder();
    attach("others", others, "a");
    try (CapturedErr err = new CapturedErr()) {
      attach("h", failing(new IllegalStateException("no")), "a");
      execute("a");
      execute("a");
      assertThat(err.lines())
          .containsExactly(
              "telemetry: handler 'h' has failed and is detached at a:"
                  + " java.lang.IllegalStateException: no");
    }
    assertThat(handlers("")).containsExactly("others at a (detach)");
    assertThat(others.events()).containsExactly("a", "a");
  }

  @Test
  void handler_isDetachedFromAllEventsOnFailure() {
    try (CapturedErr err = new CapturedErr()) {
      attach("h", failing(new IllegalStateException()), "a", "b", "**");
      execute("b");
      execute("a");
      assertThat(err.lines()).hasSize(1);
    }
    assertThat(handlers("")).isEmpty();
    assertThat(emitter.event("a").enabled()).isFalse();
  }

  @Test
  void handler_isDetachedOnAnythingThrown() {
    for (Throwable each :
        List.of(
            new StackOverflowError(),
            new NoClassDefFoundError("x"),
            new AssertionError(),
            new Throwable(),
            new InterruptedException())) {
      try (CapturedErr err = new CapturedErr()) {
        attach("h", failing(each), "a");
        execute("a");
        assertThat(err.lines()).hasSize(1);
      }
      assertThat(handlers("")).isEmpty();
    }
    assertThat(Thread.interrupted()).as("the interruption is passed on").isTrue();
  }

  @Test
  void handler_thatCallsItselfWithoutEndIsDetached() {
    try (CapturedErr err = new CapturedErr()) {
      attach("h", (event, measurements, metadata) -> execute("a"), "a");
      execute("a");
      assertThat(err.lines())
          .containsExactly(
              "telemetry: handler 'h' has failed and is detached at a:"
                  + " java.lang.IllegalStateException: it emits events that call it again, without"
                  + " end");
    }
    assertThat(handlers("")).isEmpty();
  }

  @Test
  void handler_survivesOrIsDetachedWhereTheApplicationOverflowsItsStack() {
    for (int round = 0; round < 30; round++) {
      try (CapturedErr err = new CapturedErr()) {
        attach("h", (event, measurements, metadata) -> {}, "a");
        assertThatThrownBy(this::executeWithoutEnd).isInstanceOf(StackOverflowError.class);
        execute("a");
        assertThat(err.lines()).hasSize(listener.detach("h") ? 0 : 1);
      }
      assertThat(handlers("")).isEmpty();
      assertThat(emitter.event("a").enabled()).isFalse();
    }
  }

  @SuppressWarnings("InfiniteRecursion") // what it is about
  private void executeWithoutEnd() {
    execute("a");
    executeWithoutEnd();
  }

  @Test
  void handlerFailure_isEmittedAfterDetaching() {
    IllegalStateException failure = new IllegalStateException("no");
    attach(
        "watcher",
        (event, measurements, metadata) -> {
          assertThat(handlers("")).noneMatch(info -> info.startsWith("h "));
          recorder.handle(event, measurements, metadata);
        },
        "telemetry.handler.failure");
    try (CapturedErr err = new CapturedErr()) {
      attach("h", failing(failure), "a");
      execute("a");
      assertThat(err.lines()).hasSize(1);
    }
    Recorder.Seen seen = recorder.only();
    assertThat(seen.measurements().names()).containsExactly("monotonic_time", "system_time");
    assertThat(seen.metadata().toMap())
        .containsEntry("event.name", "a")
        .containsEntry("handler.id", "h")
        .containsEntry("kind", "exception")
        .containsEntry("reason", failure)
        .containsEntry("stacktrace", List.of(failure.getStackTrace()))
        .containsEntry("error.type", "java.lang.IllegalStateException")
        .containsEntry("error.message", "no")
        .hasSize(7);
  }

  @Test
  void handlerFailure_endsWithFailingFailureHandler() {
    attach("good", recorder, "telemetry.handler.failure");
    try (CapturedErr err = new CapturedErr()) {
      attach("bad", failing(new IllegalStateException()), "telemetry.handler.failure");
      attach("h", failing(new IllegalStateException()), "a");
      execute("a");
      assertThat(err.lines()).hasSize(2);
    }
    assertThat(recorder.all())
        .extracting(seen -> seen.metadata().get("handler.id"))
        .containsExactlyInAnyOrder("h", "bad");
    assertThat(handlers("")).containsExactly("good at telemetry.handler.failure (detach)");
  }

  @Test
  void handlerFailure_endsWithFailureHandlerThatIsKept() {
    try (CapturedErr err = new CapturedErr()) {
      listener.attach(
          "bad",
          List.of("telemetry.handler.failure"),
          failing(new IllegalStateException()),
          OnFailure.keep(1000));
      attach("h", failing(new IllegalStateException()), "a");
      execute("a");
      assertThat(err.lines()).hasSize(2);
    }
  }

  @Test
  void keep_leavesHandlerAttachedAndLimitsReports() {
    attach("watcher", recorder, "telemetry.handler.failure");
    Recorder calls = new Recorder();
    try (CapturedErr err = new CapturedErr()) {
      Handler handler =
          (event, measurements, metadata) -> {
            calls.handle(event, measurements, metadata);
            throw new IllegalStateException("no");
          };
      listener.attach("h", List.of("a"), handler, OnFailure.keep(2));
      for (int i = 0; i < 5; i++) {
        execute("a");
      }
      assertThat(err.lines())
          .containsExactly(
              "telemetry: handler 'h' has failed at a: java.lang.IllegalStateException: no",
              "telemetry: handler 'h' has failed at a: java.lang.IllegalStateException: no");
    }
    assertThat(calls.all()).hasSize(5);
    assertThat(recorder.all()).hasSize(2);
  }

  void attach(String id, Handler handler, String... events) {
    listener.attach(id, List.of(events), handler, OnFailure.detach());
  }

  void execute(String event) {
    emitter.event(event).execute(Measurements.none(), Metadata.none());
  }

  private List<String> handlers(String prefix) {
    return listener.handlers(prefix).stream().map(HandlerInfo::toString).toList();
  }

  private static Handler failing(Throwable failure) {
    return (event, measurements, metadata) -> HandlerContract.<RuntimeException>sneak(failure);
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as Kotlin and Lombok throw
  private static <X extends Throwable> void sneak(Throwable failure) throws X {
    throw (X) failure;
  }
}
