package dev.telemetry.instrumentation.httpclient.apache;

import dev.telemetry.dispatch.Hook;
import dev.telemetry.instrumentation.httpclient.call.Call;
import dev.telemetry.instrumentation.httpclient.call.OpenCalls;
import org.jspecify.annotations.Nullable;

/**
 * Before a future is ended in one way: its call has ended so, and the application hears it next.
 */
final class FutureHook extends Hook {
  private final OpenCalls open;
  private final boolean completes;

  /**
   * Stands behind one of the ways.
   *
   * @param completes whether it is that of a response; else of a failure, where one is told, or of
   *     giving up
   */
  FutureHook(OpenCalls open, boolean completes) {
    this.open = open;
    this.completes = completes;
  }

  @Override
  public @Nullable Object enter(
      @Nullable Object future, @Nullable Object told, @Nullable Object second) {
    Call call = future == null ? null : open.take(future);
    if (call != null) {
      end(call, told);
    }
    return null;
  }

  private void end(Call call, @Nullable Object told) {
    if (completes) {
      call.responded();
    } else if (told instanceof Throwable) {
      call.failed((Throwable) told, false);
    } else {
      call.cancelled();
    }
  }
}
