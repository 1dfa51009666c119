package dev.telemetry.agent.metrics;

import static java.util.stream.Collectors.toList;

import dev.telemetry.agent.config.ConfigNode;
import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.MetricType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one definition out of {@code metrics}; what is wrong makes its place fail. */
final class MetricItem {
  private final ConfigNode item;
  private final KnownNames known;

  MetricItem(ConfigNode item, KnownNames known) {
    this.item = item;
    this.known = known;
  }

  /** Returns the metric, to be used unless its place has failed; null where it has no good name. */
  @Nullable Metric read() {
    if (!item.isMap()) {
      item.error("a metric such as \"counter: name\"");
      return null;
    }
    Map<MetricType, ConfigNode> named = named();
    if (named.size() != 1) {
      refuse(named.keySet());
      return null;
    }
    Map.Entry<MetricType, ConfigNode> only = named.entrySet().iterator().next();
    MetricDefinition definition = named(only.getKey(), only.getValue());
    if (definition == null) {
      item.skip();
      return null;
    }
    return new MetricOptions(item, known).read(definition);
  }

  private void refuse(Set<MetricType> given) {
    List<String> types =
        Arrays.stream(MetricType.values()).map(MetricItem::keyOf).collect(toList());
    String got = given.isEmpty() ? "none of them" : "several of them";
    String expected = "expected counter, sum, last-value, summary or distribution, got ";
    item.problem(expected + got + (given.isEmpty() ? item.hint(types) : ""));
    item.skip();
  }

  private Map<MetricType, ConfigNode> named() {
    Map<MetricType, ConfigNode> named = new LinkedHashMap<>();
    for (MetricType type : MetricType.values()) {
      ConfigNode node = item.child(keyOf(type), sentenceOf(type));
      if (node.present()) {
        named.put(type, node);
      }
    }
    return named;
  }

  static String keyOf(MetricType type) {
    switch (type) {
      case COUNTER:
        return "counter";
      case SUM:
        return "sum";
      case LAST_VALUE:
        return "last-value";
      case SUMMARY:
        return "summary";
      default:
        return "distribution";
    }
  }

  private static String sentenceOf(MetricType type) {
    switch (type) {
      case COUNTER:
        return "Counts events; the value is the metric's name.";
      case SUM:
        return "Adds a measurement up; the value is the metric's name.";
      case LAST_VALUE:
        return "Keeps the newest value; the value is the metric's name.";
      case SUMMARY:
        return "Count, sum, maximum and percentiles; the value is the metric's name.";
      default:
        return "Count, sum and buckets; the value is the metric's name.";
    }
  }

  private @Nullable MetricDefinition named(MetricType type, ConfigNode node) {
    boolean nothing = !node.isList() && !node.isMap() && !node.isText();
    String name = nothing ? "" : node.text();
    if (name == null) {
      return null;
    }
    String event =
        item.child(
                "event", "The event, or the span for both its ends, instead of what the name says.")
            .text();
    String error = MetricNames.error(name, event);
    if (error != null) {
      node.problem(error + MetricNames.advice(name, event));
      return null;
    }
    MetricDefinition definition = withPrefix(new MetricDefinition(type, name));
    definition = event == null ? definition : definition.withEvent(event);
    return checked(measuring(definition), node);
  }

  private MetricDefinition measuring(MetricDefinition bare) {
    String measurement =
        item.child("measurement", "The measurement, instead of the name's last segment.").text();
    return measurement == null ? bare : bare.withMeasurement(measurement);
  }

  /** Returns the definition; null where no event can have that name. */
  private @Nullable MetricDefinition checked(MetricDefinition definition, ConfigNode name) {
    ConfigNode event = item.child("event").present() ? item.child("event") : name;
    ConfigNode measurement = item.child("measurement").present() ? item.child("measurement") : name;
    String expected = MetricNames.expectedOfEvent(definition.event());
    if (expected != null) {
      event.expected(expected, definition.event());
      return null;
    }
    known.noteLikelyMistakes(definition, event, measurement);
    return definition;
  }

  private MetricDefinition withPrefix(MetricDefinition bare) {
    String prefix =
        item.child("prefix", "Stands before the name and a dot; event and measurement stay.")
            .text();
    if (prefix == null) {
      return bare;
    }
    return new MetricDefinition(bare.type(), prefix + "." + bare.name())
        .withEvent(bare.event())
        .withMeasurement(bare.measurement());
  }
}
