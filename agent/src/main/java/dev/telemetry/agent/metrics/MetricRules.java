package dev.telemetry.agent.metrics;

import dev.telemetry.agent.config.ConfigNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads what decides on events and on tags' values: {@code keep}, {@code drop}, {@code tag-values}.
 */
final class MetricRules {
  private static final String FROM = "from";
  private static final String KEEP_AND_DROP =
      "either the keep or drop option may be set, but not both";

  private MetricRules() {}

  /** Returns the metric with the rules of its item. */
  static Metric read(ConfigNode item, Metric bare) {
    return withTagRules(item.child("tag-values"), withFilter(item, bare));
  }

  private static Metric withFilter(ConfigNode item, Metric bare) {
    ConfigNode keep = item.child("keep");
    ConfigNode drop = item.child("drop");
    if (keep.present() && drop.present()) {
      drop.problem(KEEP_AND_DROP);
    }
    if (keep.present()) {
      return bare.withFilter(MetadataFilter.keep(tests(keep)));
    }
    return drop.present() ? bare.withFilter(MetadataFilter.drop(tests(drop))) : bare;
  }

  private static Map<String, ValueTest> tests(ConfigNode node) {
    Map<String, ValueTest> tests = new LinkedHashMap<>();
    node.entries()
        .forEach(
            (key, values) -> tests.put(key, ValueTest.oneOf(texts(values).toArray(new String[0]))));
    return tests;
  }

  private static List<String> texts(ConfigNode values) {
    return values.isList() ? values.texts() : Collections.singletonList(values.text(""));
  }

  private static Metric withTagRules(ConfigNode node, Metric bare) {
    Metric metric = bare;
    List<String> tags = bare.definition().tags();
    for (Map.Entry<String, ConfigNode> entry : node.entries().entrySet()) {
      String tag = entry.getKey();
      if (tags.contains(tag)) {
        metric = metric.withTagRule(tag, rule(entry.getValue()));
      } else {
        entry.getValue().expected("one of the tags", tag, tags.toArray(new String[0]));
      }
    }
    return metric;
  }

  private static TagRule rule(ConfigNode node) {
    if (!node.isMap()) {
      return TagRule.from(node.text(""));
    }
    Map<String, String> values = new LinkedHashMap<>(node.textMap());
    String from = values.remove(FROM);
    if (from == null) {
      node.problem("expected the key \"from\", which names the metadata to take the value from");
      return TagRule.from("");
    }
    return TagRule.from(from, values);
  }
}
