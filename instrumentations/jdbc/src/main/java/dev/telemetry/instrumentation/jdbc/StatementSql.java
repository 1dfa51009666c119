package dev.telemetry.instrumentation.jdbc;

import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** Knows what a statement will execute that is not told when it executes. Thread-safe. */
final class StatementSql {
  private static final int TEXTS = 1_000;
  private static final int STATEMENTS = 128 * 1024;

  private final SqlSummaries summaries = new SqlSummaries(TEXTS);
  private final WeakMap<Statement, SqlSummary> prepared = new WeakMap<>(STATEMENTS);
  private final WeakMap<Statement, SqlSummary> batches = new WeakMap<>(STATEMENTS);

  SqlSummary of(String sql) {
    return summaries.of(sql);
  }

  /** A connection has prepared a statement. */
  void prepared(Statement statement, String sql) {
    prepared.put(statement, summaries.of(sql));
  }

  SqlSummary prepared(Statement statement) {
    SqlSummary known = prepared.get(statement);
    return known == null ? SqlSummary.UNSEEN : known;
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
