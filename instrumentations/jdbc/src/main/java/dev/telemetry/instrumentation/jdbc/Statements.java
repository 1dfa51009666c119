package dev.telemetry.instrumentation.jdbc;

import java.sql.Statement;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is remembered of statements: one look-up for all that an execution asks. Thread-safe.
 */
final class Statements {
  private static final int OPEN = 128 * 1024;

  private final WeakMap<Statement, StatementState> states;

  /**
   * Knows none yet.
   *
   * @param lost is given rows that were open when their statement was found no more
   */
  Statements(Consumer<Cursor> lost) {
    states = new WeakMap<>(OPEN, state -> tell(state, lost));
  }

  private static void tell(StatementState state, Consumer<Cursor> lost) {
    Cursor open = state.open();
    if (open != null) {
      lost.accept(open);
    }
  }

  /** Returns what is remembered of a statement; null where that is nothing. */
  @Nullable StatementState find(Statement statement) {
    return states.get(statement);
  }

  /** Returns what is remembered of a statement, from now on at least. */
  StatementState of(Statement statement) {
    StatementState known = states.get(statement);
    if (known != null) {
      return known;
    }
    StatementState state = new StatementState();
    states.put(statement, state);
    return state;
  }

  /** A statement is closed; what it was prepared for is told even where it is executed again. */
  void closed(Statement statement) {
    StatementState state = states.get(statement);
    if (state != null && state.prepared() == SqlSummary.UNSEEN) {
      states.remove(statement);
    }
  }

  /** Looks for what was collected, where nothing else happens that would. */
  void expunge() {
    states.size();
  }
}
