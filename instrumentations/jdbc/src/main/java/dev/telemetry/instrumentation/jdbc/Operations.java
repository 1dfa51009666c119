package dev.telemetry.instrumentation.jdbc;

import dev.telemetry.bus.SpanEvents;
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

  /** Tells whether this thread is inside an operation, which has thereby reached a statement. */
  boolean isWithin(Statement statement) {
    Object outer = slot()[0];
    if (outer == null) {
      return false;
    }
    ((Operation) outer).reached(statement);
    return true;
  }

  /** Begins an operation; the caller has seen that the thread is not inside one. */
  Operation begin(Statement statement, SqlSummary sql, boolean batch) {
    Operation operation = new Operation(systems, statement, sql, batch);
    @Nullable Object[] slot = slot();
    slot[0] = operation;
    boolean started = false;
    try {
      operation.started(span.started(operation));
      started = true;
      return operation;
    } finally {
      if (!started) {
        slot[0] = null;
      }
    }
  }

  /** Ends what {@link #begin} returned. */
  void end(Operation operation, @Nullable Object result, @Nullable Throwable thrown) {
    try {
      operation.ended(result, thrown);
      span.ended(operation.startNanos(), operation, thrown);
    } finally {
      forget();
    }
  }

  /** Forgets the operation of this thread, after a failure that may have lost its end. */
  void forget() {
    slot()[0] = null;
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
