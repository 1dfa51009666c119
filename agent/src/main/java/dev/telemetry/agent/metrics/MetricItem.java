package dev.telemetry.agent.metrics;

import dev.telemetry.agent.config.ConfigNode;
import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.MetricType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one definition out of {@code metrics}; what is wrong makes its place fail. */
final class MetricItem {
  private static final String DURATION = "duration";
  private static final String[] UNITS = {
    "second",
    "millisecond",
    "microsecond",
    "nanosecond",
    "byte",
    "kilobyte",
    "megabyte",
    "s",
    "ms",
    "us",
    "ns",
    "By",
    "kBy",
    "MBy",
    "1",
    "%"
  };

  private final ConfigNode item;
  private final List<MetricDefinition> defaults;

  MetricItem(ConfigNode item, List<MetricDefinition> defaults) {
    this.item = item;
    this.defaults = defaults;
  }

  /** Returns the metric, to be used unless its place has failed; null where it has no good name. */
  @Nullable Metric read() {
    if (!item.isMap()) {
      item.error("a metric such as \"counter: name\"");
      return null;
    }
    Map<MetricType, ConfigNode> named = named();
    if (named.size() != 1) {
      String got = named.isEmpty() ? "none of them" : "several of them";
      item.problem("expected counter, sum, last-value, summary or distribution, got " + got);
      item.skip();
      return null;
    }
    Map.Entry<MetricType, ConfigNode> only = named.entrySet().iterator().next();
    MetricDefinition definition = named(only.getKey(), only.getValue());
    if (definition == null) {
      item.skip();
      return null;
    }
    return MetricRules.read(item, Metric.of(withOptions(definition)));
  }

  private Map<MetricType, ConfigNode> named() {
    Map<MetricType, ConfigNode> named = new LinkedHashMap<>();
    for (MetricType type : MetricType.values()) {
      ConfigNode node = item.child(keyOf(type));
      if (node.present()) {
        named.put(type, node);
      }
    }
    return named;
  }

  private static String keyOf(MetricType type) {
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

  private @Nullable MetricDefinition named(MetricType type, ConfigNode node) {
    boolean nothing = !node.isList() && !node.isMap() && !node.isText();
    String name = nothing ? "" : node.text();
    if (name == null) {
      return null;
    }
    String event = item.child("event").text();
    String error = MetricNames.error(name, event);
    if (error != null) {
      node.problem(error);
      return null;
    }
    MetricDefinition definition = withPrefix(new MetricDefinition(type, name));
    String measurement = item.child("measurement").text();
    definition = event == null ? definition : definition.withEvent(event);
    return measurement == null ? definition : definition.withMeasurement(measurement);
  }

  private MetricDefinition withPrefix(MetricDefinition bare) {
    String prefix = item.child("prefix").text();
    if (prefix == null) {
      return bare;
    }
    return new MetricDefinition(bare.type(), prefix + "." + bare.name())
        .withEvent(bare.event())
        .withMeasurement(bare.measurement());
  }

  private MetricDefinition withOptions(MetricDefinition bare) {
    return withBuckets(withUnit(bare))
        .withTags(tags().toArray(new String[0]))
        .withDescription(item.child("description").text(""));
  }

  private List<String> tags() {
    ConfigNode tags = item.child("tags");
    if (tags.isText()) {
      tags.problem("expected tag keys to be a list, got: \"" + tags.text("") + "\"");
      return new ArrayList<>();
    }
    return tags.texts();
  }

  private MetricDefinition withUnit(MetricDefinition bare) {
    ConfigNode node = item.child("unit");
    String unit = node.text();
    if (unit == null) {
      return withDefaultUnit(bare);
    }
    boolean annotation = unit.startsWith("{") && unit.endsWith("}");
    return bare.withUnit(annotation ? unit : MetricUnit.of(node.choice("1", UNITS)).symbol());
  }

  /** What a counter counts has no unit; a duration is measured in nanoseconds, which few want. */
  private MetricDefinition withDefaultUnit(MetricDefinition bare) {
    MetricDefinition alike = alike(bare);
    if (bare.type() == MetricType.COUNTER) {
      return bare;
    }
    if (alike != null) {
      return bare.withUnit(alike.unit()).withBuckets(alike.buckets());
    }
    return bare.measurement().equals(DURATION) ? bare.withUnit("s") : bare;
  }

  private @Nullable MetricDefinition alike(MetricDefinition bare) {
    for (MetricDefinition other : defaults) {
      boolean same = other.event().equals(bare.event());
      if (same && other.measurement().equals(bare.measurement())) {
        return other;
      }
    }
    return null;
  }

  private MetricDefinition withBuckets(MetricDefinition bare) {
    double[] buckets = numbers("buckets", bare, MetricType.DISTRIBUTION);
    double[] percentiles = numbers("percentiles", bare, MetricType.SUMMARY);
    for (double percentile : percentiles) {
      if (!(percentile > 0 && percentile < 1)) {
        item.child("percentiles").problem("expected numbers between 0 and 1, such as 0.95");
        break;
      }
    }
    return buckets.length == 0 ? bare : bare.withBuckets(buckets);
  }

  /** Returns an ascending list of numbers that only metrics of one type may have. */
  private double[] numbers(String key, MetricDefinition bare, MetricType type) {
    ConfigNode node = item.child(key);
    if (node.present() && bare.type() != type) {
      node.rejectKey("expected only in a " + keyOf(type));
      return new double[0];
    }
    List<ConfigNode> items = node.items();
    double[] numbers = new double[items.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = items.get(i).number();
      if (i > 0 && numbers[i] <= numbers[i - 1]) {
        items.get(i).error("a larger number than the one before");
      }
    }
    return numbers;
  }
}
