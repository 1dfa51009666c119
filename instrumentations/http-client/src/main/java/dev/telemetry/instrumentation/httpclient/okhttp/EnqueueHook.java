package dev.telemetry.instrumentation.httpclient.okhttp;

import dev.telemetry.dispatch.Hook;
import dev.telemetry.instrumentation.Companion;
import dev.telemetry.instrumentation.httpclient.call.Call;
import dev.telemetry.instrumentation.httpclient.call.CallTarget;
import dev.telemetry.instrumentation.httpclient.call.Calls;
import dev.telemetry.instrumentation.httpclient.call.OpenCalls;
import org.jspecify.annotations.Nullable;

/** Around {@code Call.enqueue(Callback)}: the call goes on until its callback is called. */
final class EnqueueHook extends Hook {
  private final Calls calls;
  private final OpenCalls open;
  private final Companion<OkHttpAccess> accesses;

  EnqueueHook(Calls calls, OpenCalls open, Companion<OkHttpAccess> accesses) {
    this.calls = calls;
    this.open = open;
    this.accesses = accesses;
  }

  @Override
  public @Nullable Object enter(
      @Nullable Object self, @Nullable Object first, @Nullable Object second) {
    OkHttpAccess access = self == null || !calls.observed() ? null : accesses.of(self);
    return self == null || access == null || open.get(self) != null
        ? null // a call that is enqueued already is refused, and goes on
        : enqueued(self, access);
  }

  private @Nullable Object enqueued(Object self, OkHttpAccess access) {
    CallTarget target = access.target(self);
    Call call = calls.current(target);
    if (call != null) {
      // a wrapper has reached what it wraps, and the callback may be given either
      open.put(self, call);
      return null;
    }
    call = calls.enter(target);
    if (call == null) {
      return null;
    }
    open.put(self, call);
    return new OkHttpCall(call, access, self);
  }

  @Override
  public void exit(Object token, @Nullable Object result, @Nullable Throwable thrown) {
    OkHttpCall entered = (OkHttpCall) token;
    calls.leave(entered.call);
    if (thrown != null) {
      open.take(entered.object);
      entered.failed(thrown);
    }
  }
}
