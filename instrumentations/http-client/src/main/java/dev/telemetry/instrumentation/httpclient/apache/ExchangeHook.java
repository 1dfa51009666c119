package dev.telemetry.instrumentation.httpclient.apache;

import dev.telemetry.dispatch.Hook;
import dev.telemetry.instrumentation.Companion;
import dev.telemetry.instrumentation.httpclient.call.Call;
import dev.telemetry.instrumentation.httpclient.call.Calls;
import dev.telemetry.instrumentation.httpclient.call.OpenCalls;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * Before every handler of the chain that executes a request: the first one begins the call, those
 * behind it, and those of retries and redirects, find the same future.
 */
final class ExchangeHook extends Hook {
  private final Calls calls;
  private final OpenCalls open;
  private final Companion<AsyncAccess> accesses;

  ExchangeHook(Calls calls, OpenCalls open, Companion<AsyncAccess> accesses) {
    this.calls = calls;
    this.open = open;
    this.accesses = accesses;
  }

  @Override
  public @Nullable Object enter(
      @Nullable Object self, @Nullable Object request, @Nullable Object scope) {
    AsyncAccess access = scope == null || !calls.observed() ? null : accesses.of(scope);
    if (access == null || request == null || scope == null) {
      return null;
    }
    Object future = access.future(scope);
    if (open.get(future) == null) {
      Call call = calls.begin(access.target(request, scope));
      // weakly, because a context may lead to the future, whose end would then never come
      WeakReference<Object> context = new WeakReference<>(access.context(scope));
      call.asking(() -> status(access, context.get()));
      open.put(future, call);
    }
    return null;
  }

  private static int status(AsyncAccess access, @Nullable Object context) {
    return context == null ? 0 : access.status(context);
  }
}
