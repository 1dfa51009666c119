package dev.telemetry.instrumentation.jdbc;

import dev.telemetry.dispatch.Hook;
import java.sql.Connection;
import org.jspecify.annotations.Nullable;

/** Before {@code close} of a connection, which closes it or gives it back to its pool. */
final class ReleaseHook extends Hook {
  private final Checkouts checkouts;

  ReleaseHook(Checkouts checkouts) {
    this.checkouts = checkouts;
  }

  @Override
  public @Nullable Object enter(
      @Nullable Object self, @Nullable Object first, @Nullable Object second) {
    if (self instanceof Connection) {
      checkouts.close((Connection) self);
    }
    return null;
  }
}
