package dev.telemetry.agent.boot;

/** Whether this is a JVM to be measured at all. */
final class Surroundings {
  /** The JDK's own programs, which a JAVA_TOOL_OPTIONS reaches too, as modules and as packages. */
  private static final String[] TOOLS = {
    "jdk.", "java.base/sun.security.tools.", "sun.security.tools.", "sun.tools.", "com.sun.tools."
  };

  private Surroundings() {}

  static boolean allow() {
    return !isOff(System.getProperty("telemetry.enabled"))
        && !isOff(System.getenv("TELEMETRY_ENABLED"))
        && !isTool(System.getProperty("sun.java.command", ""));
  }

  private static boolean isOff(String value) {
    return "false".equalsIgnoreCase(value);
  }

  static boolean isTool(String command) {
    for (String tool : TOOLS) {
      if (command.startsWith(tool)) {
        return true;
      }
    }
    return false;
  }
}
