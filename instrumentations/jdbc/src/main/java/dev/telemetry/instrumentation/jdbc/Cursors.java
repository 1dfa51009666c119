package dev.telemetry.instrumentation.jdbc;

import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** Finds the rows that are being read, by their result set and by their statement. Thread-safe. */
final class Cursors {
  private static final int OPEN = 128 * 1024;

  private final Queue<Cursor> lost = new ConcurrentLinkedQueue<>();
  private final WeakMap<ResultSet, Cursor> byResult = new WeakMap<>(OPEN, lost::add);
  private final WeakMap<Statement, Last> byStatement = new WeakMap<>(OPEN, this::lose);

  /** What a statement has executed last. */
  private static final class Last {
    private volatile @Nullable Cursor cursor;
  }

  private void lose(Last last) {
    Cursor cursor = last.cursor;
    if (cursor != null) {
      lost.add(cursor);
    }
  }

  /**
   * A statement was executed.
   *
   * @param result what it returned, boxed
   * @return whether there are rows to read
   */
  boolean open(Operation operation, @Nullable Object result) {
    Object statement = operation.executed();
    boolean many = Boolean.TRUE.equals(result);
    if (!(statement instanceof Statement) || !(many || result instanceof ResultSet)) {
      return false;
    }
    ConnectionState known = operation.connection();
    ConnectionState connection = known == null ? new ConnectionState() : known;
    Cursor cursor = new Cursor(operation, operation.open(), connection, many);
    connection.add(cursor);
    last((Statement) statement).cursor = cursor;
    if (result instanceof ResultSet) {
      byResult.put((ResultSet) result, cursor);
    }
    return true;
  }

  private Last last(Statement statement) {
    Last known = byStatement.get(statement);
    if (known != null) {
      return known;
    }
    Last last = new Last();
    byStatement.put(statement, last);
    return last;
  }

  /** Returns the open rows of a result; null where there are none. */
  @Nullable Cursor of(ResultSet result) {
    return open(byResult.get(result));
  }

  /** Returns the open rows of a statement; null where there are none. */
  @Nullable Cursor of(Statement statement) {
    Last last = byStatement.get(statement);
    return last == null ? null : open(last.cursor);
  }

  private static @Nullable Cursor open(@Nullable Cursor cursor) {
    return cursor != null && cursor.isOpen() ? cursor : null;
  }

  /** The same rows are read through another object too. */
  void also(ResultSet result, Cursor cursor) {
    byResult.put(result, cursor);
  }

  void forget(ResultSet result) {
    byResult.remove(result);
  }

  void forget(Statement statement) {
    byStatement.remove(statement);
  }

  /** Returns rows that nobody can read any more, each once; null where there are none. */
  @Nullable Cursor pollLost() {
    Cursor next = lost.poll();
    while (next != null && !next.isOpen()) {
      next = lost.poll();
    }
    return next;
  }

  /** Looks for what was collected, where nothing else happens that would. */
  void expunge() {
    byResult.size();
    byStatement.size();
  }
}
