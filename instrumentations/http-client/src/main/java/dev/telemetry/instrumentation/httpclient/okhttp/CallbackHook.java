package dev.telemetry.instrumentation.httpclient.okhttp;

import dev.telemetry.dispatch.Hook;
import dev.telemetry.instrumentation.Companion;
import dev.telemetry.instrumentation.httpclient.call.Call;
import dev.telemetry.instrumentation.httpclient.call.OpenCalls;
import org.jspecify.annotations.Nullable;

/**
 * Before the two methods of a {@code Callback}: an enqueued call has ended, and the application is
 * told of it next.
 */
final class CallbackHook extends Hook {
  private final OpenCalls open;
  private final Companion<OkHttpAccess> accesses;

  CallbackHook(OpenCalls open, Companion<OkHttpAccess> accesses) {
    this.open = open;
    this.accesses = accesses;
  }

  @Override
  public @Nullable Object enter(
      @Nullable Object self, @Nullable Object object, @Nullable Object told) {
    Call call = object == null ? null : open.take(object);
    OkHttpAccess access = object == null ? null : accesses.of(object);
    if (call == null || access == null || object == null || told == null) {
      return null;
    }
    if (told instanceof Throwable) {
      call.failed((Throwable) told, access.isCancelled(object));
    } else {
      call.responded(access.status(told));
    }
    return null;
  }
}
