package dev.telemetry.instrumentation.jdbc;

import java.sql.Statement;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is remembered of statements: one look-up for all that an execution asks. Thread-safe.
 */
final class Statements {
  private static final int OPEN = 128 * 1024;

  /** For closed ones; threads share a place where there are more of them. */
  private static final int PLACES = 64;

  private final Attachments<Statement, StatementState> states;
  private final AtomicReferenceArray<@Nullable StatementState> closed =
      new AtomicReferenceArray<>(PLACES);

  /**
   * Knows none yet.
   *
   * @param lost is given rows that were open when their statement was found no more
   */
  Statements(Consumer<Cursor> lost) {
    states = new Attachments<>(OPEN, state -> tell(state, lost));
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

  /**
   * A statement is closed. The last of a thread is remembered, should it be executed again; a
   * driver or pool that hands one out of a cache again prepares it. Left to the collector, the
   * entries of closed statements would be most of what each young collection copies.
   */
  void closed(Statement statement) {
    StatementState state = states.get(statement);
    if (state == null) {
      return;
    }
    if (state.prepared() == SqlSummary.UNSEEN) {
      states.remove(statement);
    } else {
      state.closed();
      int place = (int) Thread.currentThread().getId() & (PLACES - 1);
      StatementState before = closed.getAndSet(place, state);
      if (before != null && before != state && before.isOver()) {
        states.forget(before);
      }
    }
  }

  /** Lets go of statements, forgets closed ones, and looks for those that were collected. */
  void age() {
    states.age();
  }
}
