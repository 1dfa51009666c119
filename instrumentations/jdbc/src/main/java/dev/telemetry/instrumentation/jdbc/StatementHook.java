package dev.telemetry.instrumentation.jdbc;

import dev.telemetry.dispatch.Hook;
import java.sql.ResultSet;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** Behind the methods of a statement that has rows which are being read. */
abstract class StatementHook extends Hook {
  final Operations operations;

  StatementHook(Operations operations) {
    this.operations = operations;
  }

  @Override
  public @Nullable Object enter(
      @Nullable Object self, @Nullable Object first, @Nullable Object second) {
    StatementState state =
        self instanceof Statement ? operations.statements().find((Statement) self) : null;
    Cursor cursor = state == null ? null : state.open();
    return cursor != null && cursor.enter() ? cursor : null;
  }

  @Override
  public void exit(Object token, @Nullable Object result, @Nullable Throwable thrown) {
    Cursor cursor = (Cursor) token;
    cursor.leave();
    done(cursor, result, thrown);
  }

  abstract void done(Cursor cursor, @Nullable Object result, @Nullable Throwable thrown);

  /** Behind {@code close}: with the statement its rows are closed. */
  static final class Close extends StatementHook {
    Close(Operations operations) {
      super(operations);
    }

    @Override
    public @Nullable Object enter(
        @Nullable Object self, @Nullable Object first, @Nullable Object second) {
      Object token = super.enter(self, first, second);
      if (self instanceof Statement) {
        operations.statements().closed((Statement) self);
      }
      return token;
    }

    @Override
    void done(Cursor cursor, @Nullable Object result, @Nullable Throwable thrown) {
      operations.end(cursor, null, false);
    }
  }

  /** Behind {@code getResultSet}: says which object the rows are read through. */
  static final class Result extends StatementHook {
    Result(Operations operations) {
      super(operations);
    }

    @Override
    void done(Cursor cursor, @Nullable Object result, @Nullable Throwable thrown) {
      if (result instanceof ResultSet) {
        operations.cursors().also((ResultSet) result, cursor);
      }
    }
  }

  /** Behind {@code getMoreResults}. */
  static final class More extends StatementHook {
    More(Operations operations) {
      super(operations);
    }

    @Override
    void done(Cursor cursor, @Nullable Object result, @Nullable Throwable thrown) {
      if (thrown != null) {
        operations.end(cursor, thrown, false);
      } else {
        cursor.moved(Boolean.TRUE.equals(result));
      }
    }
  }

  /** Behind {@code getUpdateCount}, which tells that no result follows. */
  static final class UpdateCount extends StatementHook {
    private static final Integer NONE = -1;

    UpdateCount(Operations operations) {
      super(operations);
    }

    @Override
    void done(Cursor cursor, @Nullable Object result, @Nullable Throwable thrown) {
      if (cursor.rows().areBehindResults() && NONE.equals(result)) {
        operations.end(cursor, null, false);
      }
    }
  }
}
