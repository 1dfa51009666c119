package dev.telemetry.agent.self;

import static java.util.Arrays.asList;
import static java.util.Collections.unmodifiableList;

import dev.telemetry.TelemetryEvents;
import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.MetricType;
import java.util.List;

/** The metrics of the agent about itself. */
final class SelfMetrics {
  private static final String SECONDS = "s";
  private static final String CLASSES = "{class}";
  private static final String FAILURES = "{failure}";

  /** Made once: two configurations that have them have the same. */
  static final List<MetricDefinition> ALL = all();

  private SelfMetrics() {}

  private static List<MetricDefinition> all() {
    return unmodifiableList(
        asList(
            total(SelfEvents.EVENT, SelfEvents.COUNT, "{event}", "Events that were heard.")
                .withTags(TelemetryEvents.EVENT_NAME),
            handler(SelfEvents.CALLS, "{call}", "Calls of a handler."),
            handler(SelfEvents.TIME, SECONDS, "Time that a handler has taken."),
            now(SelfEvents.METRIC, SelfEvents.SERIES, "{series}", "Series of a metric.")
                .withTags(SelfEvents.METRIC),
            reporter(SelfEvents.EXPORTS, "{export}", "Exports of a reporter."),
            reporter(SelfEvents.FAILURES, FAILURES, "Exports that failed."),
            reporter(SelfEvents.TIME, SECONDS, "Time that exports have taken."),
            reporter(SelfEvents.SENT, "{item}", "What a reporter has sent."),
            now(SelfEvents.INSTRUMENTATION, SelfEvents.CLASSES, CLASSES, "Classes that are woven.")
                .withTags(SelfEvents.INSTRUMENTATION),
            weave(SelfEvents.SEEN, CLASSES, "Classes that were looked at."),
            weave(SelfEvents.TIME, SECONDS, "Time spent with looking and weaving."),
            weave(SelfEvents.LATE, CLASSES, "Classes that were woven after they were loaded."),
            weave(SelfEvents.FAILURES, FAILURES, "Failures of weaving and of woven code."),
            now(SelfEvents.WEAVE, SelfEvents.SKIPPED, CLASSES, "What was not woven, for a reason."),
            agent(SelfEvents.CPU_TIME, SECONDS, "CPU time of the agent's threads."),
            agent(SelfEvents.ALLOCATED, "By", "Memory that the agent's threads have allocated."),
            agent(SelfEvents.FAILURES, FAILURES, "Failures of the agent where events are emitted."),
            now(SelfEvents.AGENT, SelfEvents.THREADS, "{thread}", "Threads of the agent.")));
  }

  private static MetricDefinition handler(String measurement, String unit, String says) {
    return total(SelfEvents.HANDLER, measurement, unit, says).withTags(TelemetryEvents.HANDLER_ID);
  }

  private static MetricDefinition reporter(String measurement, String unit, String says) {
    return total(SelfEvents.REPORTER, measurement, unit, says).withTags(SelfEvents.REPORTER);
  }

  private static MetricDefinition weave(String measurement, String unit, String says) {
    return total(SelfEvents.WEAVE, measurement, unit, says);
  }

  private static MetricDefinition agent(String measurement, String unit, String says) {
    return total(SelfEvents.AGENT, measurement, unit, says);
  }

  private static MetricDefinition now(
      String event, String measurement, String unit, String description) {
    return of(MetricType.LAST_VALUE, event, measurement)
        .withUnit(unit)
        .withDescription(description);
  }

  private static MetricDefinition total(
      String event, String measurement, String unit, String description) {
    return of(MetricType.SUM, event, measurement).withUnit(unit).withDescription(description);
  }

  private static MetricDefinition of(MetricType type, String event, String measurement) {
    return new MetricDefinition(type, event + "." + measurement)
        .withEvent(event)
        .withMeasurement(measurement);
  }
}
