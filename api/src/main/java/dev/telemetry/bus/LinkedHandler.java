package dev.telemetry.bus;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A handler of this copy, as it is given to the agent's bus. */
final class LinkedHandler implements Function<Object[], Object> {
  private final AttachedHandler handler;
  private final Map<String, LinkedHandler> linked;

  LinkedHandler(AttachedHandler handler, Map<String, LinkedHandler> linked) {
    this.handler = handler;
    this.linked = linked;
  }

  AttachedHandler handler() {
    return handler;
  }

  Object[] attachment() {
    int reports = handler.onFailure().reportsPerMinute();
    return new Object[] {Protocol.ATTACH, handler.id(), handler.patterns(), this, reports};
  }

  @Override
  public @Nullable Object apply(Object[] call) {
    if (Protocol.HANDLE.equals(call[0])) {
      return handle(call);
    }
    if (Protocol.DETACHED.equals(call[0])) {
      linked.remove(handler.id(), this);
    }
    return null;
  }

  private @Nullable Throwable handle(Object[] call) {
    try {
      handler
          .handler()
          .handle((String) call[1], Protocol.measurements(call[2]), Protocol.metadata(call[3]));
      return null;
    } catch (Throwable thrown) {
      return thrown;
    }
  }
}
