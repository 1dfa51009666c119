package dev.telemetry.instrumentation.jdbc;

import dev.telemetry.dispatch.Hook;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** Behind the methods that fill and clear a statement's batch. */
final class BatchHook extends Hook {
  private final Operations operations;
  private final StatementSql sql;

  BatchHook(Operations operations, StatementSql sql) {
    this.operations = operations;
    this.sql = sql;
  }

  /**
   * The batch changes.
   *
   * @param first the SQL added; null where the batch is cleared
   */
  @Override
  public @Nullable Object enter(
      @Nullable Object self, @Nullable Object first, @Nullable Object second) {
    if (self instanceof Statement && operations.enabled()) {
      change((Statement) self, first);
    }
    return null;
  }

  private void change(Statement statement, @Nullable Object added) {
    if (added instanceof String) {
      sql.added(statement, (String) added);
    } else {
      sql.forgetBatch(statement);
    }
  }
}
