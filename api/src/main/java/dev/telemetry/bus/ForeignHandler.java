package dev.telemetry.bus;

import dev.telemetry.Handler;
import dev.telemetry.Measurements;
import dev.telemetry.Metadata;
import java.lang.ref.WeakReference;
import java.util.function.Function;

/**
 * A handler of another copy, as the agent's bus calls it; held weakly, see {@link Bus#protocol}.
 */
final class ForeignHandler implements Handler {
  private final WeakReference<Function<Object[], Object>> handler;

  ForeignHandler(Function<Object[], Object> handler) {
    this.handler = new WeakReference<>(handler);
  }

  boolean gone() {
    return handler.get() == null;
  }

  @Override
  public void handle(String event, Measurements measurements, Metadata metadata) throws Exception {
    Function<Object[], Object> call = handler.get();
    if (call == null) {
      return;
    }
    Object thrown =
        Protocol.call(call, Protocol.HANDLE, event, measurements.toMap(), metadata.toMap());
    if (thrown instanceof Exception) {
      throw (Exception) thrown;
    }
    if (thrown instanceof Throwable) {
      throw thrown instanceof Error ? (Error) thrown : new Error((Throwable) thrown);
    }
  }

  /** Tells the copy, which then need not hold it any longer. */
  void detached() {
    Function<Object[], Object> call = handler.get();
    if (call != null) {
      Protocol.call(call, Protocol.DETACHED);
    }
  }
}
