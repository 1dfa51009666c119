package dev.telemetry.instrumentation.jdbc;

import dev.telemetry.dispatch.Hook;
import java.sql.Connection;
import org.jspecify.annotations.Nullable;

/** Behind a driver's {@code connect}, by which pools make connections, on whatever thread. */
final class ConnectHook extends Hook {
  private final Checkouts checkouts;
  private final Connections connections;

  ConnectHook(Checkouts checkouts, Connections connections) {
    this.checkouts = checkouts;
    this.connections = connections;
  }

  @Override
  public @Nullable Object enter(
      @Nullable Object self, @Nullable Object first, @Nullable Object second) {
    return checkouts.enabled() ? System.nanoTime() : null;
  }

  @Override
  public void exit(Object token, @Nullable Object result, @Nullable Throwable thrown) {
    if (!(result instanceof Connection)) {
      return;
    }
    long nanos = System.nanoTime() - (Long) token;
    Checkout waiting = checkouts.current();
    if (waiting != null) {
      waiting.created(nanos);
    } else {
      connections.of((Connection) result).created(nanos);
    }
  }
}
