package dev.telemetry.instrumentation.jdbc;

import java.sql.ResultSet;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** Finds the rows that are being read, by their result set. Thread-safe. */
final class Cursors {
  private static final int OPEN = 128 * 1024;

  private final Queue<Cursor> lost = new ConcurrentLinkedQueue<>();
  private final Attachments<ResultSet, Cursor> byResult = new Attachments<>(OPEN, lost::add);

  /** Tells whether what a method of JDBC has returned, boxed, means that there are rows. */
  static boolean hasRows(@Nullable Object result) {
    return result instanceof ResultSet || Boolean.TRUE.equals(result);
  }

  /**
   * A statement was executed and has rows.
   *
   * @param result what it returned, boxed
   */
  Cursor open(Operation operation, @Nullable Object result) {
    ConnectionState known = operation.connection();
    ConnectionState connection = known == null ? new ConnectionState() : known;
    Cursor cursor = operation.open(connection, !(result instanceof ResultSet));
    if (result instanceof ResultSet) {
      byResult.put((ResultSet) result, cursor);
    }
    return cursor;
  }

  /** Returns the open rows of a result; null where there are none. */
  @Nullable Cursor of(ResultSet result) {
    return open(byResult.get(result));
  }

  private static @Nullable Cursor open(@Nullable Cursor cursor) {
    return cursor != null && cursor.isOpen() ? cursor : null;
  }

  /** The same rows are read through another object too. */
  void also(ResultSet result, Cursor cursor) {
    byResult.also(result, cursor);
  }

  void forget(ResultSet result) {
    byResult.remove(result);
  }

  /** These rows are no more. */
  void forget(Cursor cursor) {
    byResult.forget(cursor);
  }

  /** Its rows can't be read through this one any more, perhaps through another object. */
  void lose(Cursor cursor) {
    lost.add(cursor);
  }

  /** Returns rows that nobody can read any more, each once; null where there are none. */
  @Nullable Cursor pollLost() {
    Cursor next = lost.poll();
    while (next != null && !next.isOpen()) {
      next = lost.poll();
    }
    return next;
  }

  /** Lets go of results, and looks for those that were collected. */
  void age() {
    byResult.age();
  }
}
