package dev.telemetry.instrumentation.jdbc;

import dev.telemetry.dispatch.Hook;
import java.sql.ResultSet;
import org.jspecify.annotations.Nullable;

/** Behind the methods of a result set that move on in it. */
class ResultHook extends Hook {
  private final Operations operations;

  ResultHook(Operations operations) {
    this.operations = operations;
  }

  @Override
  public @Nullable Object enter(
      @Nullable Object self, @Nullable Object first, @Nullable Object second) {
    Cursor cursor = self instanceof ResultSet ? operations.cursors().of((ResultSet) self) : null;
    return cursor != null && cursor.enter() ? cursor : null;
  }

  @Override
  public void exit(Object token, @Nullable Object result, @Nullable Throwable thrown) {
    ((Cursor) token).leave();
  }

  /** Behind {@code next}: counts rows, and ends the operation behind the last one. */
  static final class Next extends ResultHook {
    private final Operations operations;

    Next(Operations operations) {
      super(operations);
      this.operations = operations;
    }

    @Override
    public void exit(Object token, @Nullable Object result, @Nullable Throwable thrown) {
      super.exit(token, result, thrown);
      Cursor cursor = (Cursor) token;
      if (thrown != null) {
        operations.end(cursor, thrown, false);
      } else if (Boolean.TRUE.equals(result)) {
        cursor.read();
      } else if (!cursor.rows().areMany()) {
        operations.end(cursor, null, false);
      }
    }
  }

  /** Behind {@code close}. */
  static final class Close extends ResultHook {
    private final Operations operations;

    Close(Operations operations) {
      super(operations);
      this.operations = operations;
    }

    @Override
    public @Nullable Object enter(
        @Nullable Object self, @Nullable Object first, @Nullable Object second) {
      Object token = super.enter(self, first, second);
      if (self instanceof ResultSet) {
        operations.cursors().forget((ResultSet) self);
      }
      return token;
    }

    @Override
    public void exit(Object token, @Nullable Object result, @Nullable Throwable thrown) {
      super.exit(token, result, thrown);
      Cursor cursor = (Cursor) token;
      if (!cursor.rows().areMany()) {
        operations.end(cursor, null, false);
      }
    }
  }

  /** Behind {@code unwrap}: the rows may be read through what is behind a proxy too. */
  static final class Unwrap extends ResultHook {
    private final Operations operations;

    Unwrap(Operations operations) {
      super(operations);
      this.operations = operations;
    }

    @Override
    public void exit(Object token, @Nullable Object result, @Nullable Throwable thrown) {
      super.exit(token, result, thrown);
      if (result instanceof ResultSet) {
        operations.cursors().also((ResultSet) result, (Cursor) token);
      }
    }
  }
}
