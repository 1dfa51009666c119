package dev.telemetry.instrumentation.jdbc;

import dev.telemetry.bus.SpanEvents;
import dev.telemetry.instrumentation.Spares;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Begins and ends operations, one at a time on each thread: what is executed within an operation
 * belongs to it. That is a pool's proxy calling the driver, a driver calling itself, and also a
 * database function or a handler of these events that executes SQL of its own.
 */
final class Operations {
  private final SpanEvents span;
  private final DatabaseSystems systems;
  private final Spares<Operation> spares = new Spares<>();

  /**
   * The operation under way on a thread. An array, so that what stays with an application's thread
   * is a type of the JDK and an empty one.
   */
  @SuppressWarnings("ThreadLocalUsage") // one for each weaving, of which a JVM has one
  private final ThreadLocal<@Nullable Object[]> current = new ThreadLocal<>();

  Operations(SpanEvents span, DatabaseSystems systems) {
    this.span = span;
    this.systems = systems;
  }

  /** Tells whether anybody listens. */
  boolean enabled() {
    return span.enabled();
  }

  /** Returns the operation that this thread is inside of; null where it is inside none. */
  @Nullable Operation current() {
    return (Operation) slot()[0];
  }

  /**
   * Begins an operation; the caller has seen that the thread is not inside one. Whatever goes wrong
   * here or at the end, the thread's next statement is an operation again.
   */
  Operation begin(Statement statement, SqlSummary sql, boolean batch) {
    Operation spare = spares.take();
    Operation operation = spare == null ? new Operation(systems) : spare;
    operation.begin(statement, sql, batch);
    operation.enter(slot());
    boolean started = false;
    try {
      operation.started(span.started(operation));
      started = true;
      return operation;
    } finally {
      if (!started) {
        operation.leave();
      }
    }
  }

  /** Ends what {@link #begin} returned. */
  void end(Operation operation, @Nullable Object result, @Nullable Throwable thrown) {
    try {
      operation.ended(result, thrown);
      span.ended(operation.startNanos(), operation, thrown);
    } finally {
      operation.leave();
    }
    operation.forget();
    spares.giveBack(operation);
  }

  private @Nullable Object[] slot() {
    @Nullable Object[] slot = current.get();
    if (slot == null) {
      slot = new Object[1];
      current.set(slot);
    }
    return slot;
  }
}
