package dev.telemetry.agent.metrics;

import org.jspecify.annotations.Nullable;

/** Tells what is wrong with the definition of a metric, in words for its author. */
public final class MetricNames {
  private MetricNames() {}

  /**
   * Checks a metric's name.
   *
   * @param event as given by an {@code event} option; null where the name is to tell it
   * @return what is wrong; null for a good name
   */
  public static @Nullable String error(@Nullable String name, @Nullable String event) {
    if (name == null || name.isEmpty()) {
      return "metric can't be empty";
    }
    if (hasEmptySegment(name)) {
      return "metric " + name + " contains leading, trailing or consecutive dots";
    }
    if (event == null ? name.indexOf('.') < 0 : event.isEmpty()) {
      return "event_name can't be empty"
          + " (metric must be namespaced or :event_name explicitly set)";
    }
    return null;
  }

  /** Returns what helps a name that is good but for its event, behind a colon; else nothing. */
  static String advice(String name, @Nullable String event) {
    boolean noEvent = event == null && !name.isEmpty() && name.indexOf('.') < 0;
    return noEvent
        ? ": expected <event>." + name + ", or the key \"event\", got \"" + name + "\""
        : "";
  }

  /**
   * Tells what an event's name should be and is not: a metric of any other would wait for ever.
   *
   * @return what is expected; null for a good name
   */
  static @Nullable String expectedOfEvent(String event) {
    if (event.indexOf('*') >= 0) {
      return "the name of one event or span, no pattern";
    }
    boolean blank =
        event.chars().anyMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c));
    return blank || hasEmptySegment(event)
        ? "the name of an event, such as http.server.request or order.placed"
        : null;
  }

  private static boolean hasEmptySegment(String name) {
    return name.startsWith(".") || name.endsWith(".") || name.contains("..");
  }
}
