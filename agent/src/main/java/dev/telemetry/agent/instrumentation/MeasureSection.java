package dev.telemetry.agent.instrumentation;

import dev.telemetry.agent.config.ConfigNode;
import dev.telemetry.instrumentation.InstrumentationSettings;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code measure}: a list of rules, each of which stays off alone where it is wrong. */
final class MeasureSection {
  private static final String RULES = "rules";
  private static final String METHODS = "methods";
  private static final String METHODS_SAY =
      "Class and method: `com.acme.Invoices.*`, `com.acme..*Service.find*`.";
  private static final String TAGS = "tags";
  private static final String PRIVATE = "private";
  private static final String EVENT = "event";
  private static final String CLASS_PART = "{class}";
  private static final String METHOD_PART = "{method}";

  private MeasureSection() {}

  static InstrumentationSettings read(ConfigNode list) {
    Map<String, InstrumentationSettings> rules = new LinkedHashMap<>();
    for (ConfigNode item : list.items()) {
      InstrumentationSettings rule = rule(item);
      if (rule != null) {
        rules.put(String.valueOf(rules.size()), rule);
      }
    }
    InstrumentationSettings none = InstrumentationSettings.none();
    return rules.isEmpty() ? none : none.with(RULES, rules);
  }

  private static @Nullable InstrumentationSettings rule(ConfigNode item) {
    if (!item.isMap()) {
      item.error("a rule such as \"methods: com.acme.Invoices.*\"");
      return null;
    }
    ConfigNode methods = item.child(METHODS, METHODS_SAY);
    if (!methods.present()) {
      String hint = item.hint(Collections.singleton(METHODS));
      item.problem("expected the key \"methods\", such as com.acme.Invoices.*" + hint);
      item.skip();
      return null;
    }
    InstrumentationSettings rule = MethodsText.read(methods);
    InstrumentationSettings whole =
        withTags(withEvent(rule == null ? InstrumentationSettings.none() : rule, item), item);
    if (item.child(PRIVATE, "Whether a pattern means private methods too.").flag(false)) {
      whole = whole.with(PRIVATE, "true");
    }
    item.rejectUnread();
    return item.failed() ? null : whole;
  }

  private static InstrumentationSettings withEvent(InstrumentationSettings rule, ConfigNode item) {
    ConfigNode node = item.child(EVENT, "The span's name, `{class}.{method}` by default.");
    String event = node.text();
    if (event == null) {
      return rule;
    }
    String example = event.replace(CLASS_PART, "class").replace(METHOD_PART, "method");
    if (example.indexOf('{') >= 0 || example.indexOf('}') >= 0) {
      node.expected("no braces but those of {class} and {method}", event);
    } else if (("." + example + ".").contains("..")) {
      node.expected("an event's name such as billing.{method}", event);
    }
    return rule.with(EVENT, event);
  }

  private static InstrumentationSettings withTags(InstrumentationSettings rule, ConfigNode item) {
    Map<String, InstrumentationSettings> tags = new LinkedHashMap<>();
    item.child(TAGS, "Tags, and which argument each is.")
        .entries()
        .forEach(
            (key, node) -> {
              InstrumentationSettings tag = TagItem.ofMethod(node);
              if (tag != null) {
                tags.put(key, tag);
              }
            });
    return tags.isEmpty() ? rule : rule.with(TAGS, tags);
  }
}
