package dev.telemetry.instrumentation.httpclient.apache;

import dev.telemetry.dispatch.Hook;
import dev.telemetry.instrumentation.Companion;
import dev.telemetry.instrumentation.httpclient.call.Call;
import dev.telemetry.instrumentation.httpclient.call.Calls;
import org.jspecify.annotations.Nullable;

/** Around {@code doExecute(host, request, context)}, in which a call is made and waited for. */
final class ClassicHook extends Hook {
  private final Calls calls;
  private final Companion<ClassicAccess> accesses;

  ClassicHook(Calls calls, Companion<ClassicAccess> accesses) {
    this.calls = calls;
    this.accesses = accesses;
  }

  @Override
  public @Nullable Object enter(
      @Nullable Object client, @Nullable Object host, @Nullable Object request) {
    ClassicAccess access = client == null || !calls.observed() ? null : accesses.of(client);
    if (access == null || request == null) {
      return null;
    }
    Call call = calls.enter(access.target(host, request));
    return call == null ? null : new Entered(call, access, request);
  }

  @Override
  public void exit(Object token, @Nullable Object result, @Nullable Throwable thrown) {
    Entered entered = (Entered) token;
    calls.leave(entered.call);
    if (thrown != null) {
      entered.call.failed(thrown, entered.access.isAborted(entered.request));
    } else {
      entered.call.responded(result == null ? 0 : entered.access.status(result));
    }
  }

  /** A call while its thread is inside. */
  private static final class Entered {
    final Call call;
    final ClassicAccess access;
    final Object request;

    Entered(Call call, ClassicAccess access, Object request) {
      this.call = call;
      this.access = access;
      this.request = request;
    }
  }
}
