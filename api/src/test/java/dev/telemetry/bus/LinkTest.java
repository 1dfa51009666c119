package dev.telemetry.bus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.CapturedErr;
import dev.telemetry.Handler;
import dev.telemetry.HandlerInfo;
import dev.telemetry.Measurements;
import dev.telemetry.Metadata;
import dev.telemetry.OnFailure;
import dev.telemetry.Recorder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class LinkTest {
  private final Bus agent = new Bus();
  private final Bus copy = new Bus();
  private final Recorder recorder = new Recorder();

  /** Stands in for the dispatcher in the boot loader. */
  public static final class Dispatcher {
    public static volatile @Nullable Function<Object[], Object> bus;
  }

  @Test
  void copy_findsTheAgentThatIsThere() {
    Dispatcher.bus = agent.protocol();
    assertThat(find(Dispatcher.class.getName())).isSameAs(agent.protocol());
    Dispatcher.bus = null;
    assertThat(find(Dispatcher.class.getName())).isNull();
    assertThat(find("java.lang.NoSuchDispatcher")).isNull();
  }

  @Test
  void subscriberOfAgent_receivesTheFactsOfCopy() {
    FactsLog log = new FactsLog();
    agent.subscribe(name -> log);
    copy.linkTo(agent.protocol());
    Facts facts = Facts.of(Measurements.of("rows", 2), Metadata.of("k", "v"));
    SpanEvents span = copy.span("a");
    long start = span.started(facts);
    span.ended(start, facts, null);
    span.ended(start, facts, new IllegalStateException("no"));
    copy.event("b").single(facts);
    assertThat(log.lines)
        .containsExactly(
            "started rows=NaN k=v",
            "ended rows=2.0 k=v null",
            "ended rows=2.0 k=v java.lang.IllegalStateException: no",
            "single rows=2.0 k=v");
  }

  @Test
  void handlerBehindALink_keepsWhatItWasGiven() {
    copy.linkTo(agent.protocol());
    List<Metadata> kept = new ArrayList<>();
    List<Measurements> values = new ArrayList<>();
    agent.attach(
        "h",
        List.of("b"),
        (event, measurements, metadata) -> {
          kept.add(metadata);
          values.add(measurements);
        },
        OnFailure.detach());
    Map<String, Object> lent = new HashMap<>(Map.of("k", "v"));
    Map<String, Integer> numbers = new HashMap<>(Map.of("rows", 2));
    copy.event("b").single(Facts.of(numbers, lent));
    lent.put("k", "changed");
    numbers.clear();
    assertThat(kept.get(0).toMap()).isEqualTo(Map.of("k", "v"));
    assertThat(values.get(0).toMap()).isEqualTo(Map.of("rows", 2));
  }

  @Test
  void mapsOfAnEvent_crossALinkAsTheyAre() {
    List<Object[]> calls = new ArrayList<>();
    copy.linkTo(
        call -> {
          calls.add(call);
          return agent.protocol().apply(call);
        });
    agent.subscribe(name -> new FactsLog());
    Map<String, Object> lent = Map.of("k", "v");
    Map<String, Integer> numbers = Map.of("rows", 2);
    copy.event("b").single(Facts.of(numbers, lent));
    Object[] single = calls.get(calls.size() - 1);
    assertThat(single[2]).isSameAs(numbers);
    assertThat(single[3]).isSameAs(lent);
  }

  @Test
  void lateLink_movesHandlersAndWakesHandles() {
    Event handle = copy.event("a");
    attach(copy, "h", recorder, "a");
    copy.linkTo(agent.protocol());
    execute(agent, "a");
    handle.execute(Measurements.none(), Metadata.none());
    assertThat(recorder.events()).containsExactly("a", "a");
    assertThat(ids(agent)).containsExactly("h");
    assertThat(ids(copy)).containsExactly("h");
  }

  @Test
  void linkToTheSameAgentAgain_movesNoHandler() {
    List<Object> operations = new ArrayList<>();
    Function<Object[], Object> counted =
        arguments -> {
          operations.add(arguments[0]);
          return agent.protocol().apply(arguments);
        };
    copy.linkTo(counted);
    attach(copy, "h", recorder, "a");
    operations.clear();
    copy.linkTo(counted);
    assertThat(operations).isEmpty();
    execute(agent, "a");
    assertThat(recorder.events()).containsExactly("a");
  }

  @Test
  void lateLink_leavesHandlerWhoseIdIsTakenWithItsCopy() {
    Recorder ofAgent = new Recorder();
    attach(agent, "h", ofAgent, "a");
    attach(copy, "h", recorder, "a");
    try (CapturedErr err = new CapturedErr()) {
      copy.linkTo(agent.protocol());
      assertThat(err.lines())
          .containsExactly(
              "telemetry: handler 'h' sees the events of its own copy only:"
                  + " a handler with id 'h' is attached already");
    }
    execute(agent, "a");
    execute(copy, "a");
    assertThat(recorder.events()).containsExactly("a");
    assertThat(ofAgent.events()).containsExactly("a", "a");
  }

  @Test
  void link_toItselfIsIgnored() {
    attach(agent, "h", recorder, "a");
    agent.linkTo(agent.protocol());
    execute(agent, "a");
    assertThat(recorder.events()).containsExactly("a");
  }

  @Test
  void link_twiceIsOnce() {
    attach(copy, "h", recorder, "a");
    copy.linkTo(agent.protocol());
    copy.linkTo(agent.protocol());
    execute(copy, "a");
    assertThat(recorder.events()).containsExactly("a");
  }

  @Test
  void link_toAnotherAgentLeavesTheFirst() {
    Bus second = new Bus();
    attach(copy, "h", recorder, "a");
    copy.linkTo(agent.protocol());
    copy.linkTo(second.protocol());
    assertThat(ids(agent)).isEmpty();
    execute(agent, "a");
    execute(second, "a");
    assertThat(recorder.events()).containsExactly("a");
  }

  @Test
  void link_toBrokenAgentLeavesTheCopyAsItWas() {
    attach(copy, "h", recorder, "a");
    copy.linkTo(
        call -> {
          throw new NoClassDefFoundError();
        });
    execute(copy, "a");
    assertThat(recorder.events()).containsExactly("a");
  }

  @Test
  void link_toAgentThatKnowsNoOperationLeavesHandlersWorking() {
    attach(copy, "before", recorder, "a");
    copy.linkTo(call -> nothing());
    attach(copy, "after", recorder, "a");
    execute(copy, "a");
    assertThat(recorder.events()).containsExactly("a", "a");
    assertThat(ids(copy)).containsExactly("before", "after");
    assertThat(copy.detach("after")).isTrue();
    assertThat(copy.detach("after")).isFalse();
  }

  @Test
  void protocol_answersUnknownOperationsByNull() {
    assertThat(agent.protocol().apply(new Object[] {"of a newer version", 1})).isNull();
  }

  @Test
  void unlink_takesHandlersBack() {
    copy.linkTo(agent.protocol());
    attach(copy, "h", recorder, "a");
    copy.unlinkNow();
    execute(agent, "a");
    assertThat(recorder.all()).isEmpty();
    assertThat(ids(agent)).isEmpty();
    execute(copy, "a");
    assertThat(recorder.events()).containsExactly("a");
    assertThat(copy.event("b").enabled()).isFalse();
  }

  @Test
  void unlink_doesNotTakeBackWhatWasDetached() {
    copy.linkTo(agent.protocol());
    attach(copy, "byItsCopy", recorder, "a");
    attach(copy, "byTheAgent", recorder, "a");
    attach(copy, "byFailure", LinkTest::fail, "b");
    copy.detach("byItsCopy");
    agent.detach("byTheAgent");
    try (CapturedErr err = new CapturedErr()) {
      execute(copy, "b");
      assertThat(err.lines()).hasSize(1);
    }
    copy.unlinkNow();
    assertThat(ids(copy)).isEmpty();
  }

  @Test
  void unlink_mayBeFollowedByLink() {
    copy.linkTo(agent.protocol());
    attach(copy, "h", recorder, "a");
    copy.unlinkNow();
    copy.unlinkNow();
    copy.linkTo(agent.protocol());
    execute(agent, "a");
    assertThat(recorder.events()).containsExactly("a");
  }

  @Test
  void enabled_followsTheAgent() {
    copy.linkTo(agent.protocol());
    Event event = copy.event("a");
    assertThat(event.enabled()).isFalse();
    attach(agent, "h", recorder, "a");
    assertThat(event.enabled()).isTrue();
    agent.detach("h");
    assertThat(event.enabled()).isFalse();
  }

  private static @Nullable Function<Object[], Object> find(String dispatcher) {
    return Link.findAgent(dispatcher, LinkTest.class.getClassLoader());
  }

  @SuppressWarnings("NullAway") // what an unknown operation answers
  private static Object nothing() {
    return null;
  }

  private static void fail(String event, Measurements measurements, Metadata metadata) {
    throw new IllegalStateException();
  }

  private static void attach(Bus bus, String id, Handler handler, String event) {
    bus.attach(id, List.of(event), handler, OnFailure.detach());
  }

  private static void execute(Bus bus, String event) {
    bus.event(event).execute(Measurements.none(), Metadata.none());
  }

  private static List<String> ids(Bus bus) {
    return bus.handlers("").stream().map(HandlerInfo::id).toList();
  }
}
