package dev.telemetry.agent.report.statsd;

import dev.telemetry.TelemetryEvents;
import dev.telemetry.agent.config.ConfigNode;
import dev.telemetry.agent.report.TappedEvent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a line of an event of the bus. Used by one thread. */
interface DatadogRule {

  /**
   * Returns the line for an event, or null where it adds nothing to those before.
   *
   * @throws OverTheLimitException where there were too many
   */
  @Nullable String line(TappedEvent event, long nanos) throws OverTheLimitException;

  /** Returns a rule that says the same and has seen nothing yet. */
  DatadogRule fresh();

  /** Returns the names of the events that a rule is about: one event, or both ends of a span. */
  static List<String> eventNames(ConfigNode item) {
    ConfigNode node = item.child("event", "The name of an event or a span.");
    String name = node.text("");
    if (!node.present()) {
      item.problem("expected an event");
    } else if (name.isEmpty() || name.contains("*")) {
      node.error("the name of an event or a span, such as " + TelemetryEvents.HANDLER_FAILURE);
    }
    return Arrays.asList(name, name + TelemetryEvents.STOP, name + TelemetryEvents.EXCEPTION);
  }

  /** Returns a text of which each line feed is written as two characters. */
  static String escaped(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n').replace("\n", "\\n");
  }

  /** Appends a field whose text may have no end of its own in it. */
  static void appendField(StringBuilder line, String field, String text) {
    if (!text.isEmpty()) {
      line.append('|').append(field).append(':');
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        line.append(c == '|' || Character.isISOControl(c) ? '_' : c);
      }
    }
  }

  /** More came than the user wants to see. */
  final class OverTheLimitException extends Exception {
    private static final long serialVersionUID = 1;

    OverTheLimitException() {
      super("over the limit", null, false, false);
    }
  }
}
