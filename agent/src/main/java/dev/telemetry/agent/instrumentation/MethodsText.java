package dev.telemetry.agent.instrumentation;

import static java.util.Arrays.asList;

import dev.telemetry.agent.config.ConfigNode;
import dev.telemetry.instrumentation.InstrumentationSettings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads which methods a rule means: {@code com.acme..*Service.find*}. */
final class MethodsText {
  private static final String CLASS = "class";
  private static final String METHOD = "method";
  private static final String EXAMPLE = "such as com.acme.Invoices.* or com.acme..*Service.find*";
  private static final String AGENT = "dev.telemetry.";

  private static final List<String> JDK =
      asList("java.", "javax.", "jdk.", "sun.", "com.sun.", "oracle.jrockit.");

  private static final List<String> PARTS =
      asList("agent", "weaving", "bus", "dispatch", "instrumentation");

  private MethodsText() {}

  /**
   * Reads a pattern into that of the class and that of the method.
   *
   * @return null where it is absent or wrong
   */
  static @Nullable InstrumentationSettings read(ConfigNode node) {
    String text = node.text();
    if (text == null) {
      return null;
    }
    String expected = expected(text);
    if (expected != null) {
      node.expected(expected, text);
      return null;
    }
    int dot = text.lastIndexOf('.');
    return InstrumentationSettings.none()
        .with(CLASS, text.substring(0, dot))
        .with(METHOD, text.substring(dot + 1));
  }

  /** Returns what a pattern should be and is not; null for a right one. */
  private static @Nullable String expected(String text) {
    if (text.indexOf('<') >= 0) {
      return "methods, constructors are never measured";
    }
    if (text.indexOf('(') >= 0) {
      return "a class and a method without its parameters, " + EXAMPLE;
    }
    int dot = text.lastIndexOf('.');
    if (dot < 0 || dot == text.length() - 1 || !isPattern(text.substring(0, dot))) {
      return "a class and a method, " + EXAMPLE;
    }
    return expectedOfClass(text.substring(0, dot));
  }

  private static @Nullable String expectedOfClass(String classes) {
    int dot = classes.indexOf('.');
    int star = classes.indexOf('*');
    if (star >= 0 && (dot < 0 || star < dot)) {
      return "a pattern that begins with a package, " + EXAMPLE;
    }
    if (JDK.stream().anyMatch(classes::startsWith)) {
      return "classes of the application, those of the JDK are never measured";
    }
    return isOurs(classes)
        ? "classes of the application, those of the agent are never measured"
        : null;
  }

  private static boolean isPattern(String classes) {
    return !classes.startsWith(".")
        && !classes.endsWith(".")
        && !classes.contains("...")
        && classes.chars().allMatch(c -> c == '.' || c == '*' || Character.isJavaIdentifierPart(c));
  }

  /** A pattern for a package above the agent's own would mean the agent too. */
  private static boolean isOurs(String classes) {
    if (!classes.startsWith(AGENT)) {
      return false;
    }
    String below = classes.substring(AGENT.length());
    int dot = below.indexOf('.');
    String first = dot < 0 ? below : below.substring(0, dot);
    return dot < 0 || first.isEmpty() || first.indexOf('*') >= 0 || PARTS.contains(first);
  }
}
