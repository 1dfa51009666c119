package dev.telemetry.instrumentation.measured;

import dev.telemetry.instrumentation.EventDefinition;
import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.MetricType;

/** Every name of this instrumentation, once. */
final class MeasuredEvents {
  static final String MEASURED = "dev.telemetry.Measured";
  static final String MEASURED_TAG = "dev.telemetry.MeasuredTag";
  static final String MEASURED_KEY = "dev.telemetry.MeasuredKey";

  /** Members of the annotation. */
  static final String OPENS = "opens";

  static final String CLOSES = "closes";

  /** The event, and the metric, of spans that were opened and not closed. */
  static final String UNANSWERED = "measured.unanswered";

  /** Key: the name of such a span. */
  static final String EVENT = "measured.event";

  /** The error type of such a span. */
  static final String UNANSWERED_ERROR = "unanswered";

  static final String CODE_FUNCTION_NAME = "code.function.name";

  private MeasuredEvents() {}

  static EventDefinition call() {
    return EventDefinition.namedByUser(
            "<class>.<method>",
            "A method is called that is `@Measured` or that `measure:` names. The span bears the"
                + " name given there, else the class's simple name in lower case and the method's.",
            MeasuredMethods.class)
        .withKey(CODE_FUNCTION_NAME, "The class and the method.")
        .withUserKeys("Those of `@MeasuredTag` and of `measure: [{tags: ...}]`.");
  }

  static EventDefinition unanswered() {
    return EventDefinition.event(
            UNANSWERED,
            "A span that a method `opens` and none `closes` is given up: after five minutes, or"
                + " because the next one of its key begins, or because too many are open.",
            Pairs.class)
        .withKey(EVENT, "The name of that span.");
  }

  static MetricDefinition unansweredCount() {
    return new MetricDefinition(MetricType.COUNTER, UNANSWERED + ".count")
        .withEvent(UNANSWERED)
        .withTags(EVENT)
        .withUnit("{span}")
        .withDescription("Number of spans that a method opened and none closed.");
  }
}
