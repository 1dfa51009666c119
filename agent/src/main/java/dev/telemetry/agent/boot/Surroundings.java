package dev.telemetry.agent.boot;

/** Whether this is a JVM to be measured at all. */
final class Surroundings {
  /** The JDK's own programs, which a JAVA_TOOL_OPTIONS reaches too, as modules and as packages. */
  private static final String[] TOOLS = {
    "jdk.",
    "java.",
    "sun.applet.",
    "sun.jvm.hotspot.",
    "sun.rmi.",
    "sun.security.",
    "sun.tools.",
    "com.sun.corba.",
    "com.sun.java.util.jar.",
    "com.sun.tools.",
  };

  /** Runs {@code java Shop.java}: the user's own program after all. */
  private static final String SOURCE_LAUNCHER = "jdk.compiler/com.sun.tools.javac.launcher.";

  private Surroundings() {}

  static boolean allow() {
    return !isOff(System.getProperty("telemetry.enabled"))
        && !isOff(System.getenv("TELEMETRY_ENABLED"))
        && !isTool(System.getProperty("sun.java.command", ""));
  }

  private static boolean isOff(String value) {
    return "false".equalsIgnoreCase(value);
  }

  /**
   * Tells whether a command line, as the JVM's launcher notes it, is that of a tool.
   *
   * @param command main class, module and main class, or jar; then the arguments
   */
  static boolean isTool(String command) {
    int space = command.indexOf(' ');
    String program = space < 0 ? command : command.substring(0, space);
    if (program.endsWith(".jar") || program.startsWith(SOURCE_LAUNCHER)) {
      return false;
    }
    for (String tool : TOOLS) {
      if (program.startsWith(tool)) {
        return true;
      }
    }
    return false;
  }
}
