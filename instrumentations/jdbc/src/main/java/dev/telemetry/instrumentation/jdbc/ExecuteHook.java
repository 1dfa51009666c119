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
    Operation outer = operations.current();
    if (outer != null) {
      reached(outer, statement, first);
      return null;
    }
    StatementState state = operations.statements().find(statement);
    Operation operation = operations.begin(statement, state, summary(state, first), batch);
    operation.text(sql.text(state, first));
    return operation;
  }

  private void reached(Operation outer, Statement statement, @Nullable Object text) {
    outer.reached(statement);
    if (outer.isUnseen()) {
      StatementState state = operations.statements().find(statement);
      outer.seen(summary(state, text));
      outer.text(sql.text(state, text));
    } else if (batch) {
      sql.forgetBatch(statement);
    }
  }

  private SqlSummary summary(@Nullable StatementState state, @Nullable Object text) {
    return batch ? sql.takeBatch(state) : sql.of(state, text);
  }

  @Override
  public void exit(Object token, @Nullable Object result, @Nullable Throwable thrown) {
    operations.executed((Operation) token, result, thrown);
  }
}
