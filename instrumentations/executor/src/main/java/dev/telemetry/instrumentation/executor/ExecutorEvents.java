package dev.telemetry.instrumentation.executor;

import static java.util.Arrays.asList;
import static java.util.Collections.unmodifiableList;

import dev.telemetry.TelemetryEvents;
import dev.telemetry.instrumentation.EventDefinition;
import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.MetricType;
import java.util.List;

/** Every name of this instrumentation, once. */
final class ExecutorEvents {
  /** A task has run. */
  static final String TASK = "executor.task";

  static final String WAIT = "wait";
  static final String RUN = "run";

  /** A span: a task of a scheduled executor runs. */
  static final String SCHEDULED = "executor.scheduled";

  static final String CODE_FUNCTION_NAME = "code.function.name";

  /** A task was refused. */
  static final String REJECT = "executor.reject";

  /** At each look, for each name of pools. */
  static final String POOL = "executor.pool";

  static final String THREADS = "threads";
  static final String ACTIVE = "active";
  static final String LIMIT = "limit";
  static final String QUEUED = "queued";
  static final String COMPLETED = "completed";

  /** Key: the name of the pool's threads, without their numbers. */
  static final String NAME = "executor.name";

  /** Key: see {@link PoolType}. */
  static final String TYPE = "executor.type";

  private static final String TASKS = "{task}";
  private static final String NUMBER_OF_THREADS = "{thread}";
  private static final double[] BUCKETS = {0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10};

  private ExecutorEvents() {}

  static List<EventDefinition> all() {
    return unmodifiableList(asList(task(), scheduled(), reject(), pool()));
  }

  private static EventDefinition task() {
    return keys(EventDefinition.event(TASK, "A task of a pool has run.", Tasks.class))
        .withMeasurement(
            WAIT,
            "Nanoseconds from its hand-over until a thread took it; absent of what waits for its"
                + " time.")
        .withMeasurement(RUN, "Nanoseconds that it ran.");
  }

  private static EventDefinition scheduled() {
    return EventDefinition.span(
            SCHEDULED, "A task of a `ScheduledExecutorService` of the JDK's runs.", Timetable.class)
        .withKey(
            CODE_FUNCTION_NAME,
            "The class of the task; of a lambda the class that it is in. `(unknown)` of one that"
                + " runs before its scheduling has returned.")
        .withEndKey(
            TelemetryEvents.ERROR_TYPE, "The class of what was thrown; absent where it returned.");
  }

  private static EventDefinition reject() {
    return keys(EventDefinition.event(REJECT, "A pool has refused a task.", Tasks.class));
  }

  private static EventDefinition pool() {
    return keys(EventDefinition.event(
            POOL, "Every 5 s, for all pools of a name and type together.", Pools.class))
        .withMeasurement(THREADS, "Threads that there are.")
        .withMeasurement(ACTIVE, "Threads that are at work, nearly.")
        .withMeasurement(LIMIT, "Threads at most.")
        .withMeasurement(QUEUED, "Tasks that wait.")
        .withMeasurement(COMPLETED, "Tasks that have ended, since the event before.");
  }

  private static EventDefinition keys(EventDefinition event) {
    return event
        .withKey(NAME, "The name of the pool's threads, without their numbers.")
        .withKey(TYPE, "`thread-pool`, `fork-join`, `virtual`, `tomcat` or `jetty`.");
  }

  static List<MetricDefinition> metrics() {
    return unmodifiableList(
        asList(
            time(WAIT, "How long tasks waited for a thread."),
            time(RUN, "How long tasks ran."),
            duration(),
            tagged(MetricType.COUNTER, "executor.rejected", TASKS, "Tasks that were refused.")
                .withEvent(REJECT),
            now(THREADS, NUMBER_OF_THREADS, "Number of threads."),
            now(ACTIVE, NUMBER_OF_THREADS, "Number of threads that are at work."),
            now(LIMIT, NUMBER_OF_THREADS, "Number of threads at most."),
            now(QUEUED, TASKS, "Number of tasks that wait."),
            ofPool(MetricType.SUM, COMPLETED, TASKS, "Tasks that have ended.")));
  }

  private static MetricDefinition time(String measurement, String description) {
    return tagged(MetricType.DISTRIBUTION, TASK + "." + measurement, "s", description)
        .withEvent(TASK)
        .withMeasurement(measurement)
        .withBuckets(BUCKETS);
  }

  private static MetricDefinition duration() {
    return new MetricDefinition(MetricType.DISTRIBUTION, SCHEDULED + "." + TelemetryEvents.DURATION)
        .withTags(CODE_FUNCTION_NAME, TelemetryEvents.ERROR_TYPE)
        .withUnit("s")
        .withBuckets(BUCKETS)
        .withDescription("Duration of scheduled tasks.");
  }

  private static MetricDefinition now(String measurement, String unit, String description) {
    return ofPool(MetricType.LAST_VALUE, measurement, unit, description);
  }

  private static MetricDefinition ofPool(
      MetricType type, String measurement, String unit, String description) {
    return tagged(type, POOL + "." + measurement, unit, description)
        .withEvent(POOL)
        .withMeasurement(measurement);
  }

  private static MetricDefinition tagged(
      MetricType type, String name, String unit, String description) {
    return new MetricDefinition(type, name)
        .withTags(NAME, TYPE)
        .withUnit(unit)
        .withDescription(description);
  }
}
