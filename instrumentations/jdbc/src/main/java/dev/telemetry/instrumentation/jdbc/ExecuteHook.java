package dev.telemetry.instrumentation.jdbc;

import dev.telemetry.dispatch.Hook;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** Behind every method that executes: what it executes is given, or was prepared, or is a batch. */
final class ExecuteHook extends Hook {
  private final Operations operations;
  private final StatementSql sql;
  private final boolean batch;

  ExecuteHook(Operations operations, StatementSql sql, boolean batch) {
    this.operations = operations;
    this.sql = sql;
    this.batch = batch;
  }

  @Override
  public @Nullable Object enter(
      @Nullable Object self, @Nullable Object first, @Nullable Object second) {
    if (!operations.enabled() || !(self instanceof Statement)) {
      return null;
    }
    Statement statement = (Statement) self;
    if (operations.isWithin(statement)) {
      forgetBatch(statement);
      return null;
    }
    return begun(statement, first);
  }

  /** Whatever goes wrong here, the thread's next statement is an operation again. */
  private @Nullable Operation begun(Statement statement, @Nullable Object text) {
    try {
      return operations.begin(statement, summary(statement, text), batch);
    } catch (RuntimeException | Error failure) {
      operations.forget();
      throw failure;
    }
  }

  private void forgetBatch(Statement statement) {
    if (batch) {
      sql.forgetBatch(statement);
    }
  }

  private SqlSummary summary(Statement statement, @Nullable Object text) {
    if (batch) {
      return sql.takeBatch(statement);
    }
    return text instanceof String ? sql.of((String) text) : sql.prepared(statement);
  }

  @Override
  public void exit(Object token, @Nullable Object result, @Nullable Throwable thrown) {
    try {
      operations.end((Operation) token, result, thrown);
    } catch (RuntimeException | Error failure) {
      operations.forget();
      throw failure;
    }
  }
}
