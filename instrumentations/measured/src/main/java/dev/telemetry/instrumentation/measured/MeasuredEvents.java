package dev.telemetry.instrumentation.measured;

import dev.telemetry.instrumentation.EventDefinition;

/** Every name of this instrumentation, once. */
final class MeasuredEvents {
  static final String MEASURED = "dev.telemetry.Measured";
  static final String MEASURED_TAG = "dev.telemetry.MeasuredTag";
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
}
