package dev.telemetry.instrumentation.jdbc;

import dev.telemetry.instrumentation.EventDefinition;
import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.MetricType;
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

  /** How many rows an update or a batch has changed, where the driver tells. */
  static final String ROWS = "rows";

  private static final String[] TAGS = {SYSTEM, NAME, COLLECTION, ERROR};

  private JdbcEvents() {}

  static List<EventDefinition> events() {
    return Collections.singletonList(
        EventDefinition.span(
                OPERATION,
                "A statement or a batch is executed, seen from outside.",
                Operations.class)
            .withMeasurement(ROWS, "How many rows were changed, where the driver tells.")
            .withKey(SYSTEM, "What the database is, such as `postgresql`.")
            .withKey(NAME, "What is done, in upper case; a batch has `BATCH` before it.")
            .withKey(COLLECTION, "The table, as written, without quotes.")
            .withEndKey(ERROR, "The class of the exception that was thrown.")
            .withEndKey(STATUS, "The SQLSTATE of that exception."));
  }

  static List<MetricDefinition> metrics() {
    return Collections.unmodifiableList(
        Arrays.asList(
            new MetricDefinition(MetricType.DISTRIBUTION, OPERATION + ".duration")
                .withTags(TAGS)
                .withUnit("s")
                .withBuckets(0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10)
                .withDescription("Duration of database client operations."),
            new MetricDefinition(MetricType.COUNTER, OPERATION + ".count")
                .withTags(TAGS)
                .withUnit("{operation}")
                .withDescription("Number of database client operations.")));
  }
}
