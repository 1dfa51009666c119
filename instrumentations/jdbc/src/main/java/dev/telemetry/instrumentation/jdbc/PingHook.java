package dev.telemetry.instrumentation.jdbc;

import dev.telemetry.dispatch.Hook;
import org.jspecify.annotations.Nullable;

/**
 * Behind {@code isValid} of a connection, by which pools ask whether it still works: some drivers
 * execute a statement for that, which is no operation of the application's.
 */
final class PingHook extends Hook {
  private final Operations operations;

  PingHook(Operations operations) {
    this.operations = operations;
  }

  @Override
  public @Nullable Object enter(
      @Nullable Object self, @Nullable Object first, @Nullable Object second) {
    return operations.enabled() && operations.current() == null ? operations.silence() : null;
  }

  @Override
  public void exit(Object token, @Nullable Object result, @Nullable Throwable thrown) {
    ((Operation) token).leave();
  }
}
