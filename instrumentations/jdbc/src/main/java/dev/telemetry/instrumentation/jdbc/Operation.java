package dev.telemetry.instrumentation.jdbc;

import dev.telemetry.Measurements;
import dev.telemetry.Metadata;
import dev.telemetry.TelemetryEvents;
import dev.telemetry.bus.Facts;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One operation under way, and later another one: the facts of its events. Used by the thread that
 * executes it, and then by whoever reads its rows.
 */
final class Operation implements Facts {
  private static final long UNKNOWN = ConnectionState.UNKNOWN;
  private static final int LENGTH_OF_SQLSTATE = 5;

  private final DatabaseSystems systems;
  private final Rows rows = new Rows(this);

  private @Nullable Object executed;
  private boolean batch;
  private SqlSummary sql = SqlSummary.UNSEEN;
  private @Nullable Object @Nullable [] slots;
  private @Nullable StatementState statement;
  private @Nullable ConnectionState connection;
  private @Nullable String pool;
  private @Nullable String context;
  private @Nullable String text;
  private long startNanos;
  private long endNanos;
  private long queue;
  private long idle;
  private @Nullable String system;
  private @Nullable Throwable error;
  private boolean abandoned;

  Operation(DatabaseSystems systems) {
    this.systems = systems;
    forget();
  }

  /**
   * Begins to execute.
   *
   * @param what the statement, or the connection whose transaction ends
   */
  void begin(Object what, SqlSummary summary, boolean isBatch) {
    executed = what;
    sql = summary;
    batch = isBatch;
  }

  /** Lets go of all that belongs to the statement, so that another can begin. */
  void forget() {
    executed = null;
    sql = SqlSummary.UNSEEN;
    slots = null;
    statement = null;
    connection = null;
    pool = null;
    context = null;
    text = null;
    queue = UNKNOWN;
    idle = UNKNOWN;
    rows.forget();
    system = null;
    error = null;
    abandoned = false;
  }

  /** Takes a thread's place for its operation. */
  void enter(@Nullable Object[] slots) {
    slots[Slots.OPERATION] = this;
    this.slots = slots;
  }

  /** Returns the places of the thread that executes it. */
  @Nullable Object[] slots() {
    return Objects.requireNonNull(slots);
  }

  /** Gives that place back; needs next to no stack, of which there may be no more. */
  void leave() {
    @Nullable Object[] taken = slots;
    if (taken != null) {
      taken[Slots.OPERATION] = null;
    }
  }

  /** Of a statement of which something is remembered. */
  void of(@Nullable StatementState state) {
    statement = state;
  }

  @Nullable StatementState statement() {
    return statement;
  }

  /** Goes over a connection, which tells how it was waited for. */
  void over(ConnectionState state) {
    connection = state;
    state.tell(this);
  }

  @Nullable ConnectionState connection() {
    return connection;
  }

  void pool(@Nullable String name) {
    pool = name;
  }

  /** It is the first since its connection was handed out; nanoseconds, negative if not known. */
  void waited(long queued, long idled) {
    queue = queued;
    idle = idled;
  }

  void started(long nanos) {
    startNanos = nanos;
  }

  long startNanos() {
    return startNanos;
  }

  long endNanos() {
    return endNanos;
  }

  /** A wrapper's operation has reached a statement behind it, which may be the driver's own. */
  void reached(Object inner) {
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

  /** Remembers what is executed, to be told should it be slow. */
  void text(@Nullable String executedText) {
    text = executedText;
  }

  @Nullable String textWithoutLiterals() {
    String known = text;
    return known == null
        ? null
        : SqlMask.of(known, sql.operation(), DatabaseSystems.hasNamesInDoubleQuotes(system()));
  }

  /** Returns the statement, or the connection; null once its rows are read. */
  @Nullable Object executed() {
    return executed;
  }

  /**
   * It was executed.
   *
   * @param result what the statement returned, boxed; null where it threw
   */
  void executed(long nanos, @Nullable Object result, @Nullable Throwable thrown) {
    endNanos = nanos;
    error = thrown;
    rows.changed(RowCounts.of(result));
  }

  /**
   * Its rows can be read from now on.
   *
   * @param many whether further results may follow the first
   */
  Cursor open(ConnectionState over, boolean many) {
    system();
    executed = null;
    return rows.open(over, many);
  }

  /** The reading of rows is over. */
  void decoded(@Nullable Throwable thrown, boolean isAbandoned) {
    error = thrown;
    abandoned = isAbandoned;
  }

  @Nullable Throwable error() {
    return error;
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
      case JdbcEvents.POOL:
        return pool;
      case JdbcEvents.ERROR:
        return error == null ? null : error.getClass().getName();
      case JdbcEvents.STATUS:
        return status();
      case JdbcEvents.ABANDONED:
        return abandoned ? Boolean.TRUE : null;
      default:
        return null;
    }
  }

  /** Asked for late, so that a wrapper's operation has mostly reached the driver by then. */
  private String system() {
    String known = system;
    if (known == null) {
      known = systems.of(Objects.requireNonNull(executed));
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
    for (String key : JdbcEvents.KEYS) {
      Object value = get(key);
      if (value != null) {
        values.put(key, value);
      }
    }
    values.put(TelemetryEvents.SPAN_CONTEXT, context());
    return Metadata.of(values);
  }

  private String context() {
    String known = context;
    if (known == null) {
      known = SpanContexts.next();
      context = known;
    }
    return known;
  }

  @Override
  public Measurements measurements() {
    Map<String, Number> values = new LinkedHashMap<>();
    for (String name : JdbcEvents.MEASUREMENTS) {
      long value = value(name);
      if (value >= 0) {
        values.put(name, value);
      }
    }
    return Measurements.of(values);
  }

  @Override
  public double measurement(String name) {
    long value = value(name);
    return value < 0 ? Double.NaN : value;
  }

  private long value(String name) {
    switch (name) {
      case JdbcEvents.QUEUE:
        return queue;
      case JdbcEvents.IDLE:
        return idle;
      case JdbcEvents.QUERY:
        return query();
      case JdbcEvents.DECODE:
        return rows.decodeNanos();
      case JdbcEvents.TOTAL:
        return Math.max(0, queue) + query() + Math.max(0, rows.decodeNanos());
      case JdbcEvents.ROWS:
        return rows.count();
      default:
        return UNKNOWN;
    }
  }

  /** Returns how long the database and the driver were busy with it and its rows. */
  long busyNanos() {
    return query() + Math.max(0, rows.decodeNanos());
  }

  /** How long the database and the driver were busy with it, without the wait for a connection. */
  private long query() {
    return endNanos - startNanos;
  }
}
