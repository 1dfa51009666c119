package dev.telemetry.instrumentation.jdbc;

import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of one statement of the application's: what it will execute that is not told
 * when it executes, and the rows that it has executed last. Thread-safe.
 */
final class StatementState extends Attachment<Statement> {
  private volatile SqlSummary prepared = SqlSummary.UNSEEN;
  private volatile @Nullable String text;
  private volatile @Nullable SqlSummary batch;
  private volatile @Nullable Cursor cursor;
  private volatile boolean closed;

  /**
   * It was prepared.
   *
   * @param preparedText null where nobody wants it
   */
  void prepared(SqlSummary summary, @Nullable String preparedText) {
    prepared = summary;
    text = preparedText;
    closed = false;
  }

  /** It was closed, and may be forgotten unless it is prepared once more. */
  void closed() {
    closed = true;
  }

  @Override
  boolean isOver() {
    return closed;
  }

  /** Returns what it was prepared for; {@link SqlSummary#UNSEEN} where it was not. */
  SqlSummary prepared() {
    return prepared;
  }

  /** Returns the text that it was prepared for; null where that was not remembered. */
  @Nullable String text() {
    return text;
  }

  /** More SQL is added to its batch. */
  void added(SqlSummary added) {
    SqlSummary before = batch;
    batch = before == null ? added : before.and(added);
  }

  /** Returns what its batch has in common, and forgets the batch; null without one. */
  @Nullable SqlSummary takeBatch() {
    SqlSummary taken = batch;
    batch = null;
    return taken;
  }

  /** It has rows to read. */
  void opened(Cursor rows) {
    cursor = rows;
  }

  /** Returns its rows that are being read; null where there are none. */
  @Nullable Cursor open() {
    Cursor last = cursor;
    return last != null && last.isOpen() ? last : null;
  }
}
