package dev.telemetry.instrumentation.jdbc;

import dev.telemetry.instrumentation.EventDefinition;
import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.MetricType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Every event, name, key and default metric of this instrumentation, once. */
final class JdbcEvents {
  /** The span of one operation. */
  static final String OPERATION = "db.client.operation";

  /** What the database is, such as {@code postgresql}. */
  static final String SYSTEM = "db.system.name";

  /** What is done, in upper case; a batch has {@code BATCH} before it. */
  static final String NAME = "db.operation.name";

  /** The table, as written, without quotes; with its schema where that is written. */
  static final String COLLECTION = "db.collection.name";

  /** The class of the exception that the operation threw. */
  static final String ERROR = "error.type";

  /** The SQLSTATE of that exception. */
  static final String STATUS = "db.response.status_code";

  /** The pool that handed the connection out. */
  static final String POOL = "db.client.connection.pool.name";

  /** Present where nobody was left who could have read on. */
  static final String ABANDONED = "db.client.operation.abandoned";

  /** How long the thread waited for the connection. */
  static final String QUEUE = "queue";

  /** How long the connection had lain in its pool. */
  static final String IDLE = "idle";

  /** How long it was executed: the duration. */
  static final String QUERY = "query";

  /** How long threads were inside the result set. */
  static final String DECODE = "decode";

  /** Queue, query and decode together. */
  static final String TOTAL = "total";

  /** How many rows were read, or changed where the driver tells. */
  static final String ROWS = "rows";

  /** All keys that an operation may have. */
  static final List<String> KEYS =
      Collections.unmodifiableList(
          Arrays.asList(SYSTEM, NAME, COLLECTION, POOL, ERROR, STATUS, ABANDONED));

  /** All measurements that an operation may have. */
  static final List<String> MEASUREMENTS =
      Collections.unmodifiableList(Arrays.asList(QUEUE, IDLE, QUERY, DECODE, TOTAL, ROWS));

  private static final double[] SECONDS = {0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10};
  private static final String[] TAGS = {SYSTEM, NAME, COLLECTION, ERROR};

  private JdbcEvents() {}

  static List<EventDefinition> events() {
    List<EventDefinition> events = new ArrayList<>();
    events.add(operation());
    events.add(SlowOperations.definition());
    events.addAll(PoolEvents.events());
    return Collections.unmodifiableList(events);
  }

  private static EventDefinition operation() {
    return EventDefinition.span(
            OPERATION,
            "A statement, a batch, a commit or a rollback is executed, seen from outside. It stops"
                + " when its rows are read, closed or can't be read any more; at once without rows.",
            Operations.class)
        .withMeasurement(
            QUEUE, "How long its connection was waited for; on the first one of a check-out.")
        .withMeasurement(
            IDLE, "How long its connection had lain in its pool; on the first one of a check-out.")
        .withMeasurement(QUERY, "How long it was executed: the same as `duration`.")
        .withMeasurement(
            DECODE,
            "How long threads were inside the result set, moving on and closing it; with rows only.")
        .withMeasurement(TOTAL, "Queue, query and decode together.")
        .withMeasurement(
            ROWS, "How many rows were read; without rows, were changed, where the driver tells.")
        .withKey(SYSTEM, "What the database is, such as `postgresql`.")
        .withKey(
            NAME,
            "What is done, in upper case; a batch has `BATCH` before it. `COMMIT` and `ROLLBACK`"
                + " are those of the connection too.")
        .withKey(COLLECTION, "The table, as written, without quotes.")
        .withKey(POOL, "The pool that its connection is from.")
        .withEndKey(ERROR, "The class of the exception that was thrown.")
        .withEndKey(STATUS, "The SQLSTATE of that exception.")
        .withEndKey(ABANDONED, "`true` where the application let go of rows without closing them.");
  }

  static List<MetricDefinition> metrics() {
    List<MetricDefinition> metrics = new ArrayList<>(ofOperations());
    metrics.addAll(PoolEvents.metrics());
    return Collections.unmodifiableList(metrics);
  }

  private static List<MetricDefinition> ofOperations() {
    return Arrays.asList(
        seconds("duration", "Duration of database client operations."),
        new MetricDefinition(MetricType.COUNTER, OPERATION + ".count")
            .withTags(TAGS)
            .withUnit("{operation}")
            .withDescription("Number of database client operations."),
        seconds(DECODE, "Time inside the result sets of database client operations."),
        new MetricDefinition(MetricType.SUM, OPERATION + ".rows")
            .withTags(TAGS)
            .withUnit("{row}")
            .withDescription("Rows read or changed by database client operations."),
        new MetricDefinition(MetricType.LAST_VALUE, OPERATION + ".active")
            .withTags(SYSTEM)
            .withUnit("{operation}")
            .withDescription("Database client operations in flight."));
  }

  private static MetricDefinition seconds(String measurement, String description) {
    return new MetricDefinition(MetricType.DISTRIBUTION, OPERATION + "." + measurement)
        .withTags(TAGS)
        .withUnit("s")
        .withBuckets(SECONDS)
        .withDescription(description);
  }
}
