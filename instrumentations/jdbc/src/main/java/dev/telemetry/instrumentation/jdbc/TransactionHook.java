package dev.telemetry.instrumentation.jdbc;

import dev.telemetry.dispatch.Hook;
import java.sql.Connection;
import org.jspecify.annotations.Nullable;

/** Behind what ends a transaction: an operation as a statement is one. */
final class TransactionHook extends Hook {
  private final Operations operations;
  private final SqlSummary sql;

  TransactionHook(Operations operations, SqlVerb verb) {
    this.operations = operations;
    this.sql = new SqlSummary(verb.name(), null);
  }

  @Override
  public @Nullable Object enter(
      @Nullable Object self, @Nullable Object first, @Nullable Object second) {
    if (!operations.enabled() || !(self instanceof Connection)) {
      return null;
    }
    Operation outer = operations.current();
    if (outer != null) {
      outer.reached(self);
      return null;
    }
    return operations.begin(self, null, sql, false);
  }

  @Override
  public void exit(Object token, @Nullable Object result, @Nullable Throwable thrown) {
    operations.executed((Operation) token, null, thrown);
  }
}
