package dev.telemetry.instrumentation.websocket;

import dev.telemetry.dispatch.Hook;
import org.jspecify.annotations.Nullable;

/**
 * The hook of a place, made when something happens there for the first time: a container that is
 * loaded and never spoken to costs nothing more.
 */
final class LazyHook extends Hook {
  private final WebSocketHooks hooks;
  private final Place place;
  private volatile @Nullable Hook made;

  LazyHook(WebSocketHooks hooks, Place place) {
    this.hooks = hooks;
    this.place = place;
  }

  @Override
  public @Nullable Object enter(
      @Nullable Object self, @Nullable Object first, @Nullable Object second) {
    return hook().enter(self, first, second);
  }

  @Override
  public void exit(Object token, @Nullable Object result, @Nullable Throwable thrown) {
    hook().exit(token, result, thrown);
  }

  private Hook hook() {
    Hook hook = made;
    if (hook == null) {
      hook = hooks.of(place);
      made = hook;
    }
    return hook;
  }
}
