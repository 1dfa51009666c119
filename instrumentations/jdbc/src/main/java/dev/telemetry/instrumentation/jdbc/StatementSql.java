package dev.telemetry.instrumentation.jdbc;

import java.sql.Statement;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Knows what a statement will execute that is not told when it executes. Thread-safe. */
final class StatementSql {
  private static final int TEXTS = 1_000;
  private static final int STATEMENTS = 128 * 1024;

  private final SqlSummaries summaries = new SqlSummaries(TEXTS);
  private final WeakMap<Statement, SqlSummary> prepared = new WeakMap<>(STATEMENTS);
  private final WeakMap<Statement, SqlSummary> batches = new WeakMap<>(STATEMENTS);
  private final WeakMap<Statement, String> texts = new WeakMap<>(STATEMENTS);
  private final BooleanSupplier textsWanted;

  /**
   * Knows none yet.
   *
   * @param textsWanted whether the text of what is prepared is to be remembered
   */
  StatementSql(BooleanSupplier textsWanted) {
    this.textsWanted = textsWanted;
  }

  SqlSummary of(String sql) {
    return summaries.of(sql);
  }

  /** A connection has prepared a statement. */
  void prepared(Statement statement, String sql) {
    prepared.put(statement, summaries.of(sql));
    if (textsWanted.getAsBoolean()) {
      texts.put(statement, sql);
    }
  }

  SqlSummary prepared(Statement statement) {
    SqlSummary known = prepared.get(statement);
    return known == null ? SqlSummary.UNSEEN : known;
  }

  /**
   * Returns the text that is executed, where it is wanted and known.
   *
   * @param given with the execution; null where it was prepared
   */
  @Nullable String text(Statement statement, @Nullable Object given) {
    if (!textsWanted.getAsBoolean()) {
      return null;
    }
    return given instanceof String ? (String) given : texts.get(statement);
  }

  /** SQL is added to a statement's batch. */
  void added(Statement statement, String sql) {
    SqlSummary added = summaries.of(sql);
    SqlSummary before = batches.get(statement);
    SqlSummary now = before == null ? added : before.and(added);
    if (now != before) {
      batches.put(statement, now);
    }
  }

  /** Returns what a statement's batch has in common and forgets the batch. */
  SqlSummary takeBatch(Statement statement) {
    SqlSummary batch = forgetBatch(statement);
    return batch == null ? prepared(statement) : batch;
  }

  @Nullable SqlSummary forgetBatch(Statement statement) {
    return batches.remove(statement);
  }
}
