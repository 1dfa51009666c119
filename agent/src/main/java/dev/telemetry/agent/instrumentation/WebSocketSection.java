package dev.telemetry.agent.instrumentation;

import static java.util.stream.Collectors.toList;

import dev.telemetry.agent.config.ConfigNode;
import dev.telemetry.instrumentation.InstrumentationSettings;
import java.util.List;
import java.util.Objects;

/** Reads of {@code instrumentations: {websocket: ...}} what is not its switch. */
final class WebSocketSection {
  private static final String EVENT = "event";

  private WebSocketSection() {}

  static InstrumentationSettings read(ConfigNode section) {
    ConfigNode list =
        section.child(
            EVENT,
            "JSON pointers to the name of a message, the tag `websocket.event`. The first that finds"
                + " a text counts; `[/event, /type, /action]` when this is not given.");
    List<ConfigNode> items = list.items();
    items.forEach(WebSocketSection::check);
    List<String> pointers =
        items.stream()
            .filter(item -> !item.failed())
            .map(ConfigNode::text)
            .filter(Objects::nonNull)
            .collect(toList());
    InstrumentationSettings none = InstrumentationSettings.none();
    return pointers.isEmpty() ? none : none.with(EVENT, pointers);
  }

  private static void check(ConfigNode item) {
    String pointer = item.text();
    if (pointer != null && !pointer.startsWith("/")) {
      item.expected("a JSON pointer such as /event or /header/name", pointer);
    }
  }
}
