package dev.telemetry.instrumentation.jdbc;

import dev.telemetry.Measurements;
import dev.telemetry.Metadata;
import dev.telemetry.TelemetryEvents;
import dev.telemetry.bus.Facts;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One connection that a pool is asked for and hands out: the facts of its events. Filled by the
 * thread that asks; ended by any.
 */
final class Checkout implements Facts {
  private static final String TOMCATS_TIMEOUT = "PoolExhaustedException";
  private static final int CAUSES = 5;

  private final Pool pool;
  private final AtomicBoolean ended = new AtomicBoolean();
  private volatile @Nullable ConnectionState connection;
  private @Nullable String context;
  private long startNanos;
  private long wait = ConnectionState.UNKNOWN;
  private long create = ConnectionState.UNKNOWN;
  private volatile long taken;
  private volatile long use = ConnectionState.UNKNOWN;
  private volatile boolean abandoned;
  private @Nullable Throwable error;

  Checkout(Pool pool) {
    this.pool = pool;
  }

  Pool pool() {
    return pool;
  }

  void started(long nanos) {
    startNanos = nanos;
  }

  long startNanos() {
    return startNanos;
  }

  /** The pool has made a connection meanwhile, on the thread that waits. */
  void created(long nanos) {
    create = nanos;
  }

  /** The wait is over. */
  void waited(long nanos) {
    taken = nanos;
    wait = nanos - startNanos;
  }

  /** A connection is handed out. */
  void got(ConnectionState state) {
    long made = state.takeCreate();
    create = create < 0 ? made : create;
    state.takenFrom(pool.name(), wait, startNanos);
    connection = state;
  }

  /** There is none. */
  void failed(Throwable thrown) {
    error = thrown;
  }

  /** Returns what is remembered of the connection; null before there is one. */
  @Nullable ConnectionState connection() {
    return connection;
  }

  /** Returns true once: to whoever is to tell the end. */
  boolean end(long nanos, boolean isAbandoned) {
    if (!ended.compareAndSet(false, true)) {
      return false;
    }
    use = nanos - taken;
    abandoned = isAbandoned;
    return true;
  }

  @Override
  public @Nullable Object get(String key) {
    switch (key) {
      case JdbcEvents.POOL:
        return pool.name();
      case JdbcEvents.ERROR:
        return error == null ? null : error.getClass().getName();
      case PoolEvents.TIMED_OUT:
        return isTimeout() ? Boolean.TRUE : null;
      case PoolEvents.ABANDONED:
        return abandoned ? Boolean.TRUE : null;
      default:
        return null;
    }
  }

  /** Each pool has its own way to say so. */
  private boolean isTimeout() {
    Throwable cause = error;
    for (int i = 0; cause != null && i < CAUSES; i++) {
      if (cause instanceof SQLTransientConnectionException
          || cause instanceof SQLTimeoutException
          || cause instanceof NoSuchElementException
          || cause.getClass().getSimpleName().equals(TOMCATS_TIMEOUT)) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  @Override
  public Metadata metadata() {
    Map<String, Object> values = new LinkedHashMap<>();
    put(values, JdbcEvents.POOL);
    put(values, JdbcEvents.ERROR);
    put(values, PoolEvents.TIMED_OUT);
    put(values, PoolEvents.ABANDONED);
    values.put(TelemetryEvents.SPAN_CONTEXT, context());
    return Metadata.of(values);
  }

  private void put(Map<String, Object> values, String key) {
    Object value = get(key);
    if (value != null) {
      values.put(key, value);
    }
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
    put(values, PoolEvents.WAIT, wait);
    put(values, PoolEvents.USE, use);
    put(values, PoolEvents.CREATE, create);
    return Measurements.of(values);
  }

  private static void put(Map<String, Number> values, String name, long value) {
    if (value >= 0) {
      values.put(name, value);
    }
  }

  @Override
  public double measurement(String name) {
    switch (name) {
      case PoolEvents.WAIT:
        return known(wait);
      case PoolEvents.USE:
        return known(use);
      case PoolEvents.CREATE:
        return known(create);
      default:
        return Double.NaN;
    }
  }

  private static double known(long value) {
    return value < 0 ? Double.NaN : value;
  }
}
