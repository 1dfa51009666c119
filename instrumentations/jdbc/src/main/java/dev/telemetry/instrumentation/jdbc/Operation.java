package dev.telemetry.instrumentation.jdbc;

import dev.telemetry.Measurements;
import dev.telemetry.Metadata;
import dev.telemetry.bus.Facts;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One operation under way, and later another one: the facts of its events. Used by the thread that
 * executes it.
 */
final class Operation implements Facts {
  private static final long UNKNOWN = -1;
  private static final int LENGTH_OF_SQLSTATE = 5;

  private final DatabaseSystems systems;
  private @Nullable Statement statement;
  private boolean batch;
  private SqlSummary sql = SqlSummary.UNSEEN;
  private @Nullable Object @Nullable [] slot;
  private long startNanos;
  private long rows = UNKNOWN;
  private @Nullable String system;
  private @Nullable Throwable error;

  Operation(DatabaseSystems systems) {
    this.systems = systems;
  }

  /** Begins to execute a statement. */
  void begin(Statement executed, SqlSummary summary, boolean isBatch) {
    statement = executed;
    sql = summary;
    batch = isBatch;
  }

  /** Lets go of all that belongs to the statement, so that another can begin. */
  void forget() {
    statement = null;
    sql = SqlSummary.UNSEEN;
    slot = null;
    rows = UNKNOWN;
    system = null;
    error = null;
  }

  /** Takes a thread's place for its operation. */
  void enter(@Nullable Object[] slot) {
    slot[0] = this;
    this.slot = slot;
  }

  /** Gives that place back; needs next to no stack, of which there may be no more. */
  void leave() {
    @Nullable Object[] taken = slot;
    if (taken != null) {
      taken[0] = null;
    }
  }

  void started(long nanos) {
    startNanos = nanos;
  }

  long startNanos() {
    return startNanos;
  }

  /** A wrapper's operation has reached a statement behind it, which may be the driver's own. */
  void reached(Statement inner) {
    if (system == null) {
      system = systems.byClass(inner);
    }
  }

  /** Tells whether what is executed was never seen, as behind a wrapper made after preparing. */
  boolean isUnseen() {
    return sql == SqlSummary.UNSEEN;
  }

  /** What is executed is seen only now, where the driver executes it. */
  void seen(SqlSummary sql) {
    this.sql = sql;
  }

  /**
   * The operation has ended.
   *
   * @param result what the statement returned, boxed; null where it threw
   */
  void ended(@Nullable Object result, @Nullable Throwable thrown) {
    error = thrown;
    if (result instanceof Integer || result instanceof Long) {
      rows = ((Number) result).longValue();
    } else if (result instanceof int[]) {
      rows = sum((int[]) result);
    } else if (result instanceof long[]) {
      rows = sum((long[]) result);
    }
  }

  /** Drivers give a negative count for what they don't know. */
  private static long sum(int[] counts) {
    long sum = 0;
    for (int count : counts) {
      if (count < 0) {
        return UNKNOWN;
      }
      sum += count;
    }
    return sum;
  }

  private static long sum(long[] counts) {
    long sum = 0;
    for (long count : counts) {
      if (count < 0) {
        return UNKNOWN;
      }
      sum += count;
    }
    return sum;
  }

  @Override
  public @Nullable Object get(String key) {
    switch (key) {
      case JdbcEvents.SYSTEM:
        return system();
      case JdbcEvents.NAME:
        return batch ? sql.batchOperation() : sql.operation();
      case JdbcEvents.COLLECTION:
        return sql.table();
      case JdbcEvents.ERROR:
        return error == null ? null : error.getClass().getName();
      case JdbcEvents.STATUS:
        return status();
      default:
        return null;
    }
  }

  /** Asked for late, so that a wrapper's operation has mostly reached the driver by then. */
  private String system() {
    String known = system;
    if (known == null) {
      known = systems.of(Objects.requireNonNull(statement));
      system = known;
    }
    return known;
  }

  private @Nullable String status() {
    if (!(error instanceof SQLException)) {
      return null;
    }
    String state = ((SQLException) error).getSQLState();
    return state != null && state.length() == LENGTH_OF_SQLSTATE ? state : null;
  }

  @Override
  public Metadata metadata() {
    Map<String, Object> values = new LinkedHashMap<>();
    put(values, JdbcEvents.SYSTEM);
    put(values, JdbcEvents.NAME);
    put(values, JdbcEvents.COLLECTION);
    put(values, JdbcEvents.ERROR);
    put(values, JdbcEvents.STATUS);
    return Metadata.of(values);
  }

  private void put(Map<String, Object> values, String key) {
    Object value = get(key);
    if (value != null) {
      values.put(key, value);
    }
  }

  @Override
  public Measurements measurements() {
    return rows < 0 ? Measurements.none() : Measurements.of(JdbcEvents.ROWS, rows);
  }

  @Override
  public double measurement(String name) {
    return rows >= 0 && name.equals(JdbcEvents.ROWS) ? rows : Double.NaN;
  }
}
