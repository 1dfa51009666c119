package dev.telemetry.instrumentation.httpclient.okhttp;

import dev.telemetry.dispatch.Hook;
import dev.telemetry.instrumentation.Companion;
import dev.telemetry.instrumentation.httpclient.call.Call;
import dev.telemetry.instrumentation.httpclient.call.Calls;
import org.jspecify.annotations.Nullable;

/** Around {@code Call.execute()}: the call ends where it does. */
final class ExecuteHook extends Hook {
  private final Calls calls;
  private final Companion<OkHttpAccess> accesses;

  ExecuteHook(Calls calls, Companion<OkHttpAccess> accesses) {
    this.calls = calls;
    this.accesses = accesses;
  }

  @Override
  public @Nullable Object enter(
      @Nullable Object self, @Nullable Object first, @Nullable Object second) {
    OkHttpAccess access = self == null || !calls.observed() ? null : accesses.of(self);
    if (self == null || access == null) {
      return null;
    }
    Call call = calls.enter(access.target(self));
    return call == null ? null : new OkHttpCall(call, access, self);
  }

  @Override
  public void exit(Object token, @Nullable Object result, @Nullable Throwable thrown) {
    OkHttpCall entered = (OkHttpCall) token;
    calls.leave(entered.call);
    if (thrown != null) {
      entered.failed(thrown);
    } else if (result != null) {
      entered.call.responded(entered.access.status(result));
    }
  }
}
