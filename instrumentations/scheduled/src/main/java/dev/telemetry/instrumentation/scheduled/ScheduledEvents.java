package dev.telemetry.instrumentation.scheduled;

import dev.telemetry.TelemetryEvents;
import dev.telemetry.instrumentation.EventDefinition;
import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.MetricType;

/** Every name of this instrumentation, once. */
final class ScheduledEvents {
  /** A span. */
  static final String METHOD = "scheduled.method";

  static final String CODE_FUNCTION_NAME = "code.function.name";
  private static final double[] BUCKETS = {0.01, 0.05, 0.1, 0.5, 1, 5, 10, 60, 300};

  private ScheduledEvents() {}

  static EventDefinition method() {
    return EventDefinition.span(
            METHOD, "Spring calls a method that is `@Scheduled`.", ScheduledHook.class)
        .withKey(CODE_FUNCTION_NAME, "The class and the method.")
        .withEndKey(
            TelemetryEvents.ERROR_TYPE, "The class of what was thrown; absent where it returned.");
  }

  static MetricDefinition duration() {
    return new MetricDefinition(MetricType.DISTRIBUTION, METHOD + "." + TelemetryEvents.DURATION)
        .withTags(CODE_FUNCTION_NAME, TelemetryEvents.ERROR_TYPE)
        .withUnit("s")
        .withBuckets(BUCKETS)
        .withDescription("Duration of scheduled methods.");
  }
}
