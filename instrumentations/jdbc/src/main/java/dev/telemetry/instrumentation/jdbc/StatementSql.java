package dev.telemetry.instrumentation.jdbc;

import java.sql.Statement;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Knows what a statement will execute that is not told when it executes. Thread-safe. */
final class StatementSql {
  private static final int TEXTS = 1_000;

  private final SqlSummaries summaries = new SqlSummaries(TEXTS);
  private final Statements statements;
  private final BooleanSupplier textsWanted;

  /**
   * Knows none yet.
   *
   * @param textsWanted whether the text of what is prepared is to be remembered
   */
  StatementSql(Statements statements, BooleanSupplier textsWanted) {
    this.statements = statements;
    this.textsWanted = textsWanted;
  }

  /** A connection has prepared a statement. */
  void prepared(Statement statement, String sql) {
    statements.of(statement).prepared(summaries.of(sql), textsWanted.getAsBoolean() ? sql : null);
  }

  /**
   * Returns what is executed.
   *
   * @param given with the execution; else it was prepared
   */
  SqlSummary of(@Nullable StatementState state, @Nullable Object given) {
    if (given instanceof String) {
      return summaries.of((String) given);
    }
    return state == null ? SqlSummary.UNSEEN : state.prepared();
  }

  /**
   * Returns the text that is executed, where it is wanted and known.
   *
   * @param given with the execution; else it was prepared
   */
  @Nullable String text(@Nullable StatementState state, @Nullable Object given) {
    if (!textsWanted.getAsBoolean()) {
      return null;
    }
    String prepared = state == null ? null : state.text();
    return given instanceof String ? (String) given : prepared;
  }

  /** SQL is added to a statement's batch. */
  void added(Statement statement, String sql) {
    statements.of(statement).added(summaries.of(sql));
  }

  /** Returns what a statement's batch has in common and forgets the batch. */
  SqlSummary takeBatch(@Nullable StatementState state) {
    SqlSummary batch = state == null ? null : state.takeBatch();
    return batch == null ? of(state, null) : batch;
  }

  /** A statement's batch is cleared. */
  void forgetBatch(Statement statement) {
    StatementState state = statements.find(statement);
    if (state != null) {
      state.takeBatch();
    }
  }
}
