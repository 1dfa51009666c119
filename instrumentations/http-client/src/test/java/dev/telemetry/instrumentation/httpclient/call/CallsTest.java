package dev.telemetry.instrumentation.httpclient.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.Metadata;
import dev.telemetry.OnFailure;
import dev.telemetry.bus.Bus;
import dev.telemetry.instrumentation.InstrumentationSettings;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CallsTest {
  private static final PathTemplates NONE = new PathTemplates(InstrumentationSettings.none());

  private final Bus bus = new Bus();
  private final Calls calls = new Calls(bus, new AtomicReference<>(NONE));
  private final CallTarget target = new CallTarget("GET", "acme.com", 80, "/a");
  private final List<String> names = new ArrayList<>();
  private final List<Metadata> metadata = new ArrayList<>();

  @BeforeEach
  void listen() {
    bus.attach(
        "test",
        Set.of("http.client.request.*"),
        (event, measurements, told) -> {
          names.add(event.substring("http.client.request.".length()));
          metadata.add(told);
        },
        OnFailure.detach());
  }

  @Test
  void calls_areUnobservedWhereNobodyListens() {
    assertThat(calls.observed()).isTrue();
    bus.detach("test");
    assertThat(calls.observed()).isFalse();
  }

  @Test
  void endThatIsToldFirst_counts() {
    Call call = calls.begin(target);
    call.responded(200);
    call.failed(new IOException("late"), false);
    call.cancelled();

    assertThat(names).containsExactly("start", "stop");
    assertThat(last().get("http.response.status_code")).isEqualTo(200);
    assertThat(last().get("error.type")).isNull();
  }

  @Test
  void unknownStatus_isLeftOut() {
    calls.begin(target).responded(0);

    assertThat(last().get("http.response.status_code")).isNull();
    assertThat(last().get("error.type")).isNull();
  }

  @Test
  void statusThatIsAskedFor_isThatOfTheEnd() {
    Call call = calls.begin(target);
    call.asking(() -> 503);
    call.responded();

    assertThat(last().get("error.type")).isEqualTo("503");
  }

  @Test
  void timeOuts_areOutcomes() {
    fail(new SocketTimeoutException("Read timed out"));
    fail(new CompletionException(new TimeoutException()));
    fail(new InterruptedIOException("timeout"));

    assertThat(errorTypes()).containsOnly("timeout");
    assertThat(names).doesNotContain("exception");
  }

  @Test
  void cancelling_isAnOutcome() {
    fail(new CancellationException());
    calls.begin(target).failed(new IOException("Canceled"), true);
    calls.begin(target).cancelled();

    assertThat(errorTypes()).containsOnly("cancelled");
    assertThat(names).doesNotContain("exception");
  }

  @Test
  void timeOutThatCancels_isATimeOut() {
    calls.begin(target).failed(new InterruptedIOException("timeout"), true);

    assertThat(errorTypes()).containsExactly("timeout");
  }

  @Test
  void otherFailures_areExceptionsWithoutTheirWrapper() {
    fail(new CompletionException(new IOException("broken")));
    fail(new InterruptedIOException("interrupted"));

    assertThat(names).containsExactly("start", "exception", "start", "exception");
    assertThat(errorTypes())
        .containsExactly("java.io.IOException", "java.io.InterruptedIOException");
  }

  @Test
  void bothEnds_haveTheSameContextAndNoOther() {
    calls.begin(target).responded(200);
    calls.begin(target).responded(200);

    List<Object> contexts = new ArrayList<>();
    metadata.forEach(told -> contexts.add(told.get("telemetry.span.context")));
    assertThat(contexts.get(0)).isNotNull().isEqualTo(contexts.get(1));
    assertThat(contexts.get(2)).isEqualTo(contexts.get(3)).isNotEqualTo(contexts.get(0));
  }

  @Test
  void sameRequestInsideOfACall_isPartOfIt() {
    Call outer = Objects.requireNonNull(calls.enter(target));
    assertThat(calls.enter(new CallTarget("GET", "acme.com", 80, "/a"))).isNull();
    assertThat(calls.current(target)).isSameAs(outer);
    calls.leave(outer);

    assertThat(calls.current(target)).isNull();
    assertThat(calls.enter(target)).isNotNull();
  }

  @Test
  void otherRequestInsideOfACall_isACallOfItsOwn() {
    Call outer = Objects.requireNonNull(calls.enter(target));
    Call token = Objects.requireNonNull(calls.enter(new CallTarget("GET", "login", 80, "/a")));
    calls.leave(token);

    assertThat(calls.isInside(outer)).isTrue();
    assertThat(names).containsExactly("start", "start");
  }

  @Test
  void callOfAnObjectThatIsGone_isEndedWithTheNextOne() {
    OpenCalls open = new OpenCalls();
    open.put(new Object(), calls.begin(target));
    Object kept = new Object();
    Call call = calls.begin(target);
    while (!names.contains("stop")) {
      System.gc();
      open.put(kept, call);
    }

    assertThat(names).containsExactly("start", "start", "stop");
    assertThat(errorTypes()).containsExactly("unreachable");
    assertThat(open.take(kept)).isSameAs(call);
    assertThat(open.take(kept)).isNull();
  }

  private void fail(Throwable thrown) {
    calls.begin(target).failed(thrown, false);
  }

  private Metadata last() {
    return metadata.get(metadata.size() - 1);
  }

  private List<Object> errorTypes() {
    List<Object> types = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      if (!names.get(i).equals("start")) {
        types.add(metadata.get(i).get("error.type"));
      }
    }
    return types;
  }
}
