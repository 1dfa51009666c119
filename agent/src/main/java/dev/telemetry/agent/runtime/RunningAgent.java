package dev.telemetry.agent.runtime;

/** What an agent before this one has left in the JVM. */
final class RunningAgent {
  private static final String DISPATCHER = "java.lang.TelemetryDispatcher";

  private RunningAgent() {}

  /** Tells whether one runs now. */
  static boolean isThere() throws ReflectiveOperationException {
    return wasThere() && Class.forName(DISPATCHER, false, null).getField("bus").get(null) != null;
  }

  /** Tells whether one has defined the dispatcher, be it running or taken back. */
  static boolean wasThere() {
    try {
      Class.forName(DISPATCHER, false, null);
      return true;
    } catch (ClassNotFoundException none) {
      return false;
    }
  }
}
