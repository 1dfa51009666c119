package dev.telemetry.instrumentation.websocket;

import dev.telemetry.dispatch.Hook;
import java.util.function.Supplier;

/** The hook behind a place, made when the first class is woven that has it. */
final class LazyHook implements Supplier<Hook> {
  private final WebSocketHooks hooks;
  private final Place place;

  LazyHook(WebSocketHooks hooks, Place place) {
    this.hooks = hooks;
    this.place = place;
  }

  @Override
  public Hook get() {
    return hooks.of(place);
  }
}
