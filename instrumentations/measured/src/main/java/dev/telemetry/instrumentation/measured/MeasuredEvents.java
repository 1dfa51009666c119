package dev.telemetry.instrumentation.measured;

/** Every name of this instrumentation, once. */
final class MeasuredEvents {
  static final String MEASURED = "dev.telemetry.Measured";
  static final String MEASURED_TAG = "dev.telemetry.MeasuredTag";
  static final String CODE_FUNCTION_NAME = "code.function.name";

  private MeasuredEvents() {}
}
