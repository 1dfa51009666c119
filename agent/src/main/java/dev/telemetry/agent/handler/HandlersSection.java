package dev.telemetry.agent.handler;

import dev.telemetry.Handler;
import dev.telemetry.agent.config.ConfigNode;
import dev.telemetry.agent.config.EventPatterns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The section {@code handlers}: {@code [{class: com.acme.Audit, events: ["http.server.**"]}]}. */
public final class HandlersSection {
  /** The key in the configuration. */
  public static final String NAME = "handlers";

  private final HandlerClasses classes;
  private final Map<String, Integer> numbers = new HashMap<>();

  private HandlersSection(HandlerClasses classes) {
    this.classes = classes;
  }

  /** Reads the section and makes the handlers; what is wrong is left out and an error there. */
  public static List<HandlerPlan> read(ConfigNode root, HandlerClasses classes) {
    HandlersSection section = new HandlersSection(classes);
    List<HandlerPlan> plans = new ArrayList<>();
    for (ConfigNode item :
        root.child(NAME, "Classes of extension jars that are given events.").items()) {
      HandlerPlan plan = section.plan(item);
      if (plan != null) {
        plans.add(plan);
      }
    }
    return plans;
  }

  private @Nullable HandlerPlan plan(ConfigNode item) {
    ConfigNode type = item.child("class", "A class that implements `dev.telemetry.Handler`.");
    String name = type.text();
    ConfigNode list =
        item.child("events", "Events that it is given, by name or pattern such as `http.**`.");
    List<String> events = EventPatterns.read(list);
    item.rejectUnread();
    if (!item.failed() && name == null) {
      item.problem("expected a class");
    }
    if (!item.failed() && events.isEmpty()) {
      item.problem("expected events");
    }
    Handler handler = item.failed() || name == null ? null : classes.get(type, name);
    return handler == null || name == null ? null : new HandlerPlan(id(name), events, handler);
  }

  private String id(String name) {
    int number = numbers.merge(name, 1, Integer::sum);
    return number == 1 ? name : name + "#" + number;
  }
}
