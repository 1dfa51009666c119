package dev.telemetry.instrumentation.httpclient.okhttp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.OnFailure;
import dev.telemetry.bus.Bus;
import dev.telemetry.dispatch.Hook;
import dev.telemetry.instrumentation.Companion;
import dev.telemetry.instrumentation.InstrumentationSettings;
import dev.telemetry.instrumentation.httpclient.call.CallTarget;
import dev.telemetry.instrumentation.httpclient.call.Calls;
import dev.telemetry.instrumentation.httpclient.call.OpenCalls;
import dev.telemetry.instrumentation.httpclient.call.PathTemplates;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class EnqueuedCallTest {
  private static final PathTemplates NONE = new PathTemplates(InstrumentationSettings.none());

  private final Bus bus = new Bus();
  private final Calls calls = new Calls(bus, new AtomicReference<>(NONE));
  private final OpenCalls open = new OpenCalls();
  private final Companion<OkHttpAccess> accesses = object -> new Access();
  private final Hook enqueue = new EnqueueHook(calls, open, accesses);
  private final Hook callback = new CallbackHook(open, accesses);
  private final List<String> ends = new ArrayList<>();
  private final Object wrapper = new Object();
  private final Object wrapped = new Object();

  EnqueuedCallTest() {
    bus.attach(
        "test",
        Set.of("http.client.request.*"),
        (event, measurements, metadata) ->
            ends.add(
                event.substring("http.client.request.".length())
                    + " "
                    + metadata.get("error.type")),
        OnFailure.detach());
  }

  @Test
  void callback_endsTheCall() {
    enqueue.exit(entered(wrapped), null, null);
    assertThat(ends).containsExactly("start null");

    callback.enter(null, wrapped, 404);

    assertThat(ends).containsExactly("start null", "stop 404");
  }

  @Test
  void callbackOfSomethingElse_endsNothing() {
    enqueue.exit(entered(wrapped), null, null);

    callback.enter(null, wrapper, 200);

    assertThat(ends).containsExactly("start null");
  }

  @Test
  void wrapperAndWhatItWraps_areOneCallWhicheverTheCallbackIsGiven() {
    for (Object given : new Object[] {wrapper, wrapped}) {
      ends.clear();
      open.take(wrapper);
      open.take(wrapped);
      Object outer = entered(wrapper);
      assertThat(enqueue.enter(wrapped, null, null)).isNull();
      enqueue.exit(outer, null, null);

      callback.enter(null, given, 200);

      assertThat(ends).containsExactly("start null", "stop null");
    }
  }

  @Test
  void callThatIsEnqueuedTwice_goesOn() {
    enqueue.exit(entered(wrapped), null, null);
    assertThat(enqueue.enter(wrapped, null, null)).isNull();

    callback.enter(null, wrapped, new IOException("broken"));

    assertThat(ends).containsExactly("start null", "exception java.io.IOException");
  }

  @Test
  void refusedCall_endsAtOnce() {
    enqueue.exit(entered(wrapped), null, new IllegalStateException("shut down"));

    assertThat(ends).containsExactly("start null", "exception java.lang.IllegalStateException");
    assertThat(open.get(wrapped)).isNull();
  }

  private Object entered(Object call) {
    return Objects.requireNonNull(enqueue.enter(call, null, null));
  }

  /** Calls are any objects, responses are their status. */
  private static final class Access implements OkHttpAccess {
    @Override
    public CallTarget target(Object call) {
      return new CallTarget("GET", "acme.com", 80, "/a");
    }

    @Override
    public int status(Object response) {
      return (Integer) response;
    }

    @Override
    public boolean isCancelled(Object call) {
      return false;
    }
  }
}
