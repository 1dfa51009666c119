package dev.telemetry.instrumentation.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.telemetry.OnFailure;
import dev.telemetry.TelemetryEvents;
import dev.telemetry.instrumentation.EventDefinition;
import dev.telemetry.instrumentation.InstrumentationModule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What an instrumentation keeps to with every library, in every version of it: one end for each
 * start, nothing changed for the application, nothing left behind.
 */
public abstract class SpanContract {
  private static final String THROWING = "contract-throwing";

  /** Weaves the instrumentation under test. */
  @RegisterExtension protected final Woven woven = new Woven(module());

  /** For subclasses. */
  protected SpanContract() {}

  /** Returns the instrumentation under test. */
  protected abstract InstrumentationModule module();

  /** Returns the prefix of the span that the two works below emit. */
  protected abstract String span();

  /** Returns work that is measured once and returns something. */
  protected abstract Callable<?> succeeding();

  /** Returns work that is measured once and throws, in the application's own way. */
  protected abstract Callable<?> failing();

  /** Returns work that is measured and shows what is declared and the two works above do not. */
  protected List<Callable<?>> furtherWork() {
    return Collections.emptyList();
  }

  /** Returns the keys that these works ask for, as users may, beside those that are declared. */
  protected Set<String> userKeys() {
    return Collections.emptySet();
  }

  @Test
  void success_hasOneStartAndOneStop() throws Exception {
    succeeding().call();

    assertThat(woven.events().named(span() + ".start")).hasSize(1);
    assertThat(woven.events().named(span() + ".stop")).hasSize(1);
    assertThat(woven.events().named(span() + ".exception")).isEmpty();
  }

  @Test
  void failure_hasOneStartAndOneEnd() {
    assertThat(catchThrowable(() -> failing().call())).isNotNull();

    assertThat(woven.events().named(span() + ".start")).hasSize(1);
    assertThat(woven.events().endsOf(span())).hasSize(1);
  }

  @Test
  void failure_namesItsErrorType() {
    assertThat(catchThrowable(() -> failing().call())).isNotNull();

    assertThat(woven.events().endsOf(span()))
        .isNotEmpty()
        .allSatisfy(end -> assertThat(end.metadata()).containsKey("error.type"));
  }

  @Test
  void end_hasTheDurationAndWhatTheStartKnew() throws Exception {
    succeeding().call();

    RecordedEvent start = woven.events().named(span() + ".start").get(0);
    RecordedEvent stop = woven.events().named(span() + ".stop").get(0);
    assertThat(stop.duration()).isPositive();
    assertThat(stop.metadata()).containsAllEntriesOf(start.metadata());
  }

  @Test
  void throwingHandler_changesNothingForTheApplication() throws Exception {
    Object result = succeeding().call();
    Throwable error = catchThrowable(() -> failing().call());
    woven.events().clear();

    attachThrowing();
    try {
      assertThat(succeeding().call()).isEqualTo(result);
      attachThrowing();
      assertThat(catchThrowable(() -> failing().call()))
          .hasSameClassAs(error)
          .extracting(SpanContract::words)
          .isEqualTo(words(error));
    } finally {
      woven.bus().detach(THROWING);
    }

    assertThat(woven.events().named(TelemetryEvents.HANDLER_FAILURE)).hasSize(2);
  }

  /** Of its message; numbers may be how long it took. */
  private static String words(Throwable error) {
    return String.valueOf(error.getMessage()).replaceAll("[0-9.]+", "#");
  }

  /** Again each time, because its first failure detaches it. */
  private void attachThrowing() {
    woven.bus().detach(THROWING);
    woven
        .bus()
        .attach(
            THROWING,
            Collections.singleton(span() + ".*"),
            (event, measurements, metadata) -> {
              throw new LinkageError("contract");
            },
            OnFailure.detach());
  }

  @Test
  void result_isTheSameOnceTakenBack() throws Exception {
    Object measured = succeeding().call();
    woven.takeBack();
    woven.events().clear();

    Object unmeasured = succeeding().call();

    assertThat(unmeasured).isEqualTo(measured);
    assertThat(woven.events().names()).isEmpty();
  }

  @Test
  void metadata_hasDeclaredKeysOnly() throws Exception {
    workOfEveryKind();

    for (RecordedEvent event : ofModule()) {
      Set<String> allowed = new HashSet<>(declared(event).keysOf(event.name()));
      allowed.addAll(userKeys());
      assertThat(allowed).as(event.name()).containsAll(event.metadata().keySet());
    }
  }

  @Test
  void measurements_areDeclared() throws Exception {
    workOfEveryKind();

    for (RecordedEvent event : ofModule()) {
      assertThat(declared(event).measurementsOf(event.name()))
          .as(event.name())
          .containsAll(event.measurements().keySet());
    }
  }

  final void workOfEveryKind() throws Exception {
    succeeding().call();
    assertThat(catchThrowable(() -> failing().call())).isNotNull();
    for (Callable<?> further : furtherWork()) {
      further.call();
    }
    assertThat(woven.events().all()).isNotEmpty();
  }

  /**
   * Under the shipped agent other instrumentations work in this JVM too, and emit what is theirs.
   */
  private List<RecordedEvent> ofModule() {
    List<EventDefinition> others = new ArrayList<>();
    for (InstrumentationModule other : ServiceLoader.load(InstrumentationModule.class)) {
      if (!other.name().equals(module().name())) {
        others.addAll(other.events());
      }
    }
    return woven.events().all().stream()
        .filter(event -> others.stream().noneMatch(other -> other.declares(event.name())))
        .collect(Collectors.toList());
  }

  private EventDefinition declared(RecordedEvent event) {
    List<EventDefinition> all = module().events();
    return all.stream()
        .filter(definition -> definition.declares(event.name()))
        .findFirst()
        .orElseThrow(() -> new AssertionError(event.name() + " is not declared, but " + all));
  }

  @Test
  void weaving_neitherFailsNorLeavesOut() throws Exception {
    succeeding().call();

    assertThat(woven.report().skipped()).isEmpty();
    assertThat(woven.report().failures()).isZero();
    assertThat(woven.report().wovenByModule().get(module().name())).isPositive();
  }
}
