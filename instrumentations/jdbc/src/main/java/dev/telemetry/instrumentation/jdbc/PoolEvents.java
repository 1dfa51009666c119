package dev.telemetry.instrumentation.jdbc;

import dev.telemetry.Measurements;
import dev.telemetry.Metadata;
import dev.telemetry.bus.Bus;
import dev.telemetry.bus.Event;
import dev.telemetry.instrumentation.EventDefinition;
import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.MetricType;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every event, name and default metric of connections and their pools, once. */
final class PoolEvents {
  /** The span of one connection that a pool hands out. */
  static final String CONNECTION = "db.client.connection";

  /** How long it took to get it. */
  static final String WAIT = "wait";

  /** How long it was kept. */
  static final String USE = "use";

  /** How long it took to make it, where it is handed out for the first time. */
  static final String CREATE = "create";

  /** Present where the pool had none in time. */
  static final String TIMED_OUT = "db.client.connection.timed_out";

  /** Present where nobody is left who could give it back. */
  static final String ABANDONED = "db.client.connection.abandoned";

  private static final String COUNT_EVENT = "db.client.connection.count";
  private static final String LIMITS_EVENT = "db.client.connection.limits";
  private static final String STATE = "db.client.connection.state";
  private static final String CONNECTIONS = "connections";
  private static final String IDLE = "idle";
  private static final String USED = "used";
  private static final String MAX = "max";
  private static final String PENDING = "pending";
  private static final double[] SECONDS = {0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10};

  private final Event count;
  private final Event limits;

  PoolEvents(Bus bus) {
    count = bus.event(COUNT_EVENT);
    limits = bus.event(LIMITS_EVENT);
  }

  /** Tells the numbers of one pool; those that it does not know are left out. */
  void tell(String pool, PoolKind kind, Object numbers) {
    tellCount(pool, IDLE, kind.idle(numbers));
    tellCount(pool, USED, kind.used(numbers));
    tellLimits(pool, kind.max(numbers), kind.pending(numbers));
  }

  /** Tells that a pool is no more. */
  void tellEmpty(String pool) {
    tellCount(pool, IDLE, 0);
    tellCount(pool, USED, 0);
    tellLimits(pool, 0, 0);
  }

  private void tellLimits(String pool, long max, long pending) {
    Map<String, Number> values = new LinkedHashMap<>();
    put(values, MAX, max);
    put(values, PENDING, pending);
    if (!values.isEmpty()) {
      limits.execute(Measurements.of(values), Metadata.of(singleton(pool)));
    }
  }

  private void tellCount(String pool, String state, long connections) {
    if (connections >= 0) {
      Map<String, Object> about = new LinkedHashMap<>(singleton(pool));
      about.put(STATE, state);
      count.execute(Measurements.of(CONNECTIONS, connections), Metadata.of(about));
    }
  }

  private static Map<String, Object> singleton(String pool) {
    return Collections.singletonMap(JdbcEvents.POOL, pool);
  }

  private static void put(Map<String, Number> values, String name, long value) {
    if (value >= 0) {
      values.put(name, value);
    }
  }

  static List<EventDefinition> events() {
    String name = "The pool; a number behind it tells pools of one name apart.";
    return Arrays.asList(
        EventDefinition.span(
                CONNECTION,
                "A pool is asked for a connection, until that is given back.",
                Checkouts.class)
            .withMeasurement(WAIT, "How long it took to get one, or to fail.")
            .withMeasurement(USE, "How long it was kept.")
            .withMeasurement(CREATE, "How long it took to make it, at its first use.")
            .withKey(JdbcEvents.POOL, name)
            .withEndKey(JdbcEvents.ERROR, "The class of the exception that was thrown.")
            .withEndKey(TIMED_OUT, "`true` where there was none in time.")
            .withEndKey(ABANDONED, "`true` where the application never gave it back."),
        EventDefinition.event(
                COUNT_EVENT, "Each second, for each state, of each pool.", PoolEvents.class)
            .withMeasurement(CONNECTIONS, "How many connections are in this state.")
            .withKey(JdbcEvents.POOL, name)
            .withKey(STATE, "`idle` or `used`."),
        EventDefinition.event(LIMITS_EVENT, "Each second, of each pool.", PoolEvents.class)
            .withMeasurement(MAX, "How many connections it may have.")
            .withMeasurement(PENDING, "How many threads wait for one.")
            .withKey(JdbcEvents.POOL, name));
  }

  static List<MetricDefinition> metrics() {
    return Arrays.asList(
        seconds("wait_time", WAIT, "Time to obtain an open connection from the pool."),
        seconds("use_time", USE, "Time between borrowing a connection and returning it."),
        seconds("create_time", CREATE, "Time to create a new connection."),
        pooled(MetricType.COUNTER, "timeouts", "{timeout}", "Connection requests in vain.")
            .withEvent(CONNECTION)
            .withKeep(TIMED_OUT, "present"),
        pooled(MetricType.LAST_VALUE, "count", "{connection}", "Connections by their state.")
            .withEvent(COUNT_EVENT)
            .withMeasurement(CONNECTIONS)
            .withTags(JdbcEvents.POOL, STATE),
        pooled(MetricType.LAST_VALUE, "max", "{connection}", "The most connections allowed.")
            .withEvent(LIMITS_EVENT)
            .withMeasurement(MAX),
        pooled(
                MetricType.LAST_VALUE,
                "pending_requests",
                "{request}",
                "Threads that wait for a connection.")
            .withEvent(LIMITS_EVENT)
            .withMeasurement(PENDING));
  }

  private static MetricDefinition seconds(String name, String measurement, String description) {
    return pooled(MetricType.DISTRIBUTION, name, "s", description)
        .withEvent(CONNECTION)
        .withMeasurement(measurement)
        .withBuckets(SECONDS);
  }

  private static MetricDefinition pooled(
      MetricType type, String name, String unit, String description) {
    return new MetricDefinition(type, CONNECTION + "." + name)
        .withTags(JdbcEvents.POOL)
        .withUnit(unit)
        .withDescription(description);
  }
}
