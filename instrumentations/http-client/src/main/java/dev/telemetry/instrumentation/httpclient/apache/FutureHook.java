package dev.telemetry.instrumentation.httpclient.apache;

import dev.telemetry.dispatch.Hook;
import dev.telemetry.instrumentation.httpclient.call.Call;
import dev.telemetry.instrumentation.httpclient.call.OpenCalls;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Before a future is ended in one way: its call has ended so, and the application hears it next.
 */
final class FutureHook extends Hook {
  private final OpenCalls open;
  private final BiConsumer<Call, @Nullable Object> end;

  FutureHook(OpenCalls open, BiConsumer<Call, @Nullable Object> end) {
    this.open = open;
    this.end = end;
  }

  @Override
  public @Nullable Object enter(
      @Nullable Object future, @Nullable Object told, @Nullable Object second) {
    Call call = future == null ? null : open.take(future);
    if (call != null) {
      end.accept(call, told);
    }
    return null;
  }

  static void failed(Call call, @Nullable Object thrown) {
    if (thrown instanceof Throwable) {
      call.failed((Throwable) thrown, false);
    } else {
      call.cancelled();
    }
  }
}
