package dev.telemetry.instrumentation.jdbc;

import dev.telemetry.dispatch.Hook;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** Behind every method that prepares a statement: its token is the SQL. */
final class PrepareHook extends Hook {
  private final Operations operations;
  private final StatementSql sql;

  PrepareHook(Operations operations, StatementSql sql) {
    this.operations = operations;
    this.sql = sql;
  }

  @Override
  public @Nullable Object enter(
      @Nullable Object self, @Nullable Object first, @Nullable Object second) {
    return operations.enabled() ? first : null;
  }

  @Override
  public void exit(Object token, @Nullable Object result, @Nullable Throwable thrown) {
    if (result instanceof Statement) {
      sql.prepared((Statement) result, (String) token);
    }
  }
}
