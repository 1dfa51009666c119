package dev.telemetry.instrumentation.httpclient.jdk;

import dev.telemetry.dispatch.Hook;
import dev.telemetry.instrumentation.httpclient.call.Call;
import dev.telemetry.instrumentation.httpclient.call.OpenCalls;
import org.jspecify.annotations.Nullable;

/** Before {@code disconnect()}: whoever calls it before the response wants none any more. */
final class DisconnectHook extends Hook {
  private final OpenCalls byConnection;

  DisconnectHook(OpenCalls byConnection) {
    this.byConnection = byConnection;
  }

  @Override
  public @Nullable Object enter(
      @Nullable Object connection, @Nullable Object first, @Nullable Object second) {
    Call call = connection == null ? null : byConnection.get(connection);
    if (call != null) {
      call.cancelled();
    }
    return null;
  }
}
