package dev.telemetry.agent.boot;

import java.lang.reflect.InvocationTargetException;
import java.security.AccessControlException;

/** Puts into one line why the agent stays off and what to do. */
final class Refusal {
  private Refusal() {}

  @SuppressWarnings("removal") // on Java 8 to 23 a security manager still says no by this type
  static String describe(Throwable failure) {
    Throwable cause = failure;
    while (cause instanceof InvocationTargetException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    String why =
        cause instanceof AccessControlException
            ? "the security manager refuses ("
                + cause.getMessage()
                + "); grant codeBase \"file:<telemetry-agent.jar>\""
                + " { permission java.security.AllPermission; };"
            : String.valueOf(cause);
    return "telemetry: the agent stays off, the application runs without it: "
        + why.replaceAll("\\s*[\\r\\n]+\\s*", " / ");
  }
}
