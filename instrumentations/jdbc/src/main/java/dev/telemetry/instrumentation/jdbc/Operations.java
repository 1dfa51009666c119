package dev.telemetry.instrumentation.jdbc;

import dev.telemetry.bus.SpanEvents;
import dev.telemetry.instrumentation.Spares;
import java.sql.Connection;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Begins and ends operations, one at a time on each thread: what is executed within an operation
 * belongs to it. That is a pool's proxy calling the driver, a driver calling itself, and also a
 * database function or a handler of these events that executes SQL of its own.
 */
final class Operations {
  private final SpanEvents span;
  private final DatabaseSystems systems = new DatabaseSystems();
  private final Connections connections;
  private final Slots slots;
  private final SlowOperations slow;
  private final Cursors cursors = new Cursors();
  private final Statements statements = new Statements(cursors::lose);
  private final Spares<Operation> spares = new Spares<>();

  Operations(SpanEvents span, SlowOperations slow, Connections connections, Slots slots) {
    this.span = span;
    this.slow = slow;
    this.connections = connections;
    this.slots = slots;
  }

  /** Tells whether anybody listens. */
  boolean enabled() {
    return span.enabled();
  }

  Cursors cursors() {
    return cursors;
  }

  Statements statements() {
    return statements;
  }

  /** Returns the operation that this thread is inside of; null where it is inside none. */
  @Nullable Operation current() {
    return (Operation) slots.ofThread()[Slots.OPERATION];
  }

  /**
   * Begins an operation; the caller has seen that the thread is not inside one. Whatever goes wrong
   * here or at the end, the thread's next statement is an operation again.
   *
   * @param state of the statement; null where nothing is remembered of it
   */
  Operation begin(Object what, @Nullable StatementState state, SqlSummary sql, boolean batch) {
    endBefore(state);
    Operation spare = spares.take();
    Operation operation = spare == null ? new Operation(systems) : spare;
    operation.begin(what, sql, batch);
    operation.of(state);
    operation.enter(slots.ofThread());
    boolean started = false;
    try {
      operation.over(connections.of(connection(what)));
      operation.started(span.started(operation));
      started = true;
      return operation;
    } finally {
      if (!started) {
        operation.leave();
      }
    }
  }

  /** Returns an operation that is never told, and swallows what is executed until it is left. */
  Operation silence() {
    Operation silent = new Operation(systems);
    silent.enter(slots.ofThread());
    return silent;
  }

  private static @Nullable Connection connection(Object what) {
    try {
      return what instanceof Statement ? ((Statement) what).getConnection() : (Connection) what;
    } catch (Throwable closedOrBroken) {
      return null;
    }
  }

  /** A statement's rows are gone when it is executed again. */
  private void endBefore(@Nullable StatementState state) {
    Cursor before = state == null ? null : state.open();
    if (before != null) {
      end(before, null, false);
    }
    endLost();
  }

  /** Ends what {@link #begin} returned, unless it has rows that are to be read. */
  void executed(Operation operation, @Nullable Object result, @Nullable Throwable thrown) {
    @Nullable Object[] taken = operation.slots();
    boolean open = false;
    try {
      operation.executed(System.nanoTime(), result, thrown);
      open = thrown == null && open(operation, result);
      if (!open) {
        tell(operation);
      }
    } finally {
      // by now another thread may have ended it
      taken[Slots.OPERATION] = null;
    }
    if (!open) {
      spare(operation);
    }
  }

  /** Tells whether there are rows to read from now on. */
  private boolean open(Operation operation, @Nullable Object result) {
    Object statement = operation.executed();
    if (!(statement instanceof Statement) || !Cursors.hasRows(result)) {
      return false;
    }
    StatementState known = operation.statement();
    StatementState state = known == null ? statements.of((Statement) statement) : known;
    state.opened(cursors.open(operation, result));
    return true;
  }

  /** Ends all that is read over a connection, because it is closed or goes back to its pool. */
  void endAll(ConnectionState connection) {
    Cursor cursor = connection.poll();
    while (cursor != null) {
      end(cursor, null, false);
      cursor = connection.poll();
    }
  }

  /** Ends what nobody can read any more. */
  void endLost() {
    Cursor cursor = cursors.pollLost();
    while (cursor != null) {
      end(cursor, null, true);
      cursor = cursors.pollLost();
    }
  }

  /**
   * Ends an operation whose rows were read; does nothing where it has ended.
   *
   * @param thrown why no more rows can be read; null where all is well
   */
  void end(Cursor cursor, @Nullable Throwable thrown, boolean abandoned) {
    if (!cursor.close()) {
      return;
    }
    Operation operation = cursor.rows().operation();
    cursor.rows().leaveConnection();
    cursors.forget(cursor);
    operation.decoded(thrown, abandoned);
    tellWithin(operation);
    spare(operation);
  }

  /** What handlers execute is no operation, here neither. */
  private void tellWithin(Operation operation) {
    @Nullable Object[] taken = slots.ofThread();
    Object before = taken[Slots.OPERATION];
    taken[Slots.OPERATION] = operation;
    try {
      tell(operation);
    } finally {
      taken[Slots.OPERATION] = before;
    }
  }

  private void tell(Operation operation) {
    Throwable error = operation.error();
    (error == null ? span.stop() : span.exception())
        .ended(operation.startNanos(), operation.endNanos(), operation, error);
    slow.ended(operation);
  }

  private void spare(Operation operation) {
    operation.forget();
    spares.giveBack(operation);
  }
}
