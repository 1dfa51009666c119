package dev.telemetry.agent.metrics;

import dev.telemetry.agent.config.ConfigNode;
import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.MetricType;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code buckets}, in one list or by the value of a tag, and {@code percentiles}. */
final class MetricBuckets {
  private static final String BY = "by";

  private final ConfigNode buckets;
  private final ConfigNode percentiles;

  MetricBuckets(ConfigNode item) {
    buckets = item.child("buckets", "Upper bounds of a distribution, ascending, in its unit.");
    percentiles =
        item.child("percentiles", "What people see of a summary; 0.5, 0.95, 0.99 by default.");
  }

  /** Returns the definition with buckets that are the same for all series. */
  MetricDefinition of(MetricDefinition bare) {
    boolean wanted = isFor(buckets, bare, MetricType.DISTRIBUTION);
    if (!wanted || buckets.isMap()) {
      return bare;
    }
    double[] bounds = ascending(buckets);
    return bounds.length == 0 ? bare : bare.withBuckets(bounds);
  }

  /** Returns the metric with the buckets of its own that each series has, and percentiles. */
  Metric of(Metric bare) {
    Metric metric = bare;
    if (bare.definition().type() == MetricType.DISTRIBUTION && buckets.isMap()) {
      metric = metric.withBucketRules(rules(bare.definition().tags()));
    }
    if (isFor(percentiles, bare.definition(), MetricType.SUMMARY)) {
      metric = withPercentiles(metric);
    }
    return metric;
  }

  private static boolean isFor(ConfigNode node, MetricDefinition definition, MetricType type) {
    if (node.present() && definition.type() != type) {
      node.rejectKey("expected only in a " + MetricItem.keyOf(type));
      return false;
    }
    return node.present();
  }

  private Metric withPercentiles(Metric metric) {
    double[] numbers = ascending(percentiles);
    for (int i = 0; i < numbers.length; i++) {
      if (numbers[i] <= 0 || numbers[i] >= 1) {
        refuse(percentiles.items().get(i), numbers[i]);
      }
    }
    return numbers.length == 0 ? metric : metric.withPercentiles(numbers);
  }

  private static void refuse(ConfigNode node, double percentile) {
    BigDecimal meant = BigDecimal.valueOf(percentile).movePointLeft(2).stripTrailingZeros();
    boolean percent = percentile > 1 && percentile < 100;
    String hint = percent ? " (did you mean \"" + meant.toPlainString() + "\"?)" : "";
    node.problem("expected a number between 0 and 1, got \"" + node.text("") + "\"" + hint);
  }

  private static double[] ascending(ConfigNode node) {
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

  private BucketRules rules(List<String> tags) {
    buckets.child(BY, "The tag whose values choose the buckets; all other keys are rules.");
    Map<String, ConfigNode> entries = new LinkedHashMap<>(buckets.entries());
    Map<ValueMatcher, double[]> rules = new LinkedHashMap<>();
    ConfigNode by = entries.remove(BY);
    if (by == null) {
      buckets.problem(
          "expected a list, or the key \"by\", which names the tag that chooses the list");
      return BucketRules.by("", rules);
    }
    String tag = by.text("");
    if (!tags.contains(tag)) {
      by.expected("one of the tags", tag, tags.toArray(new String[0]));
    }
    entries.forEach((rule, node) -> add(rules, rule, node));
    if (entries.isEmpty()) {
      buckets.problem("expected at least one list of buckets, such as \"*\": [0.1, 1]");
    }
    return BucketRules.by(tag, rules);
  }

  private static void add(Map<ValueMatcher, double[]> rules, String rule, ConfigNode node) {
    ValueMatcher test = WrittenRules.keyed(node, "", rule);
    double[] bounds = ascending(node);
    if (bounds.length == 0 && !node.failed()) {
      node.error("at least one number");
    }
    if (test != null) {
      rules.put(test, bounds);
    }
  }
}
