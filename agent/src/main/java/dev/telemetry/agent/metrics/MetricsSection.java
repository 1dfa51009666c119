package dev.telemetry.agent.metrics;

import dev.telemetry.agent.config.ConfigNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads {@code metrics}: a list of definitions, each of which stays off alone where it is wrong.
 * {@code docs/metric-definitions.md} lists all that can be written.
 *
 * <p>A metric without a unit has that of a default metric of the same event and measurement; so it
 * has its buckets where it is a distribution without any. One that replaces a default metric by its
 * name has its {@code keep} unless it has a filter of its own.
 */
public final class MetricsSection {
  private static final String SENTENCE =
      "Metrics beside the default ones; one of the name of a default one takes its place.";

  private final ConfigNode root;
  private final KnownNames known;
  private final Map<String, String> definedAt = new HashMap<>();

  private MetricsSection(ConfigNode root, KnownNames known) {
    this.root = root;
    this.known = known;
  }

  /**
   * Returns all metrics: the configured ones, and the defaults that none of these replaces by its
   * name.
   *
   * @param root of the configuration, which is told what is wrong
   */
  public static List<Metric> read(ConfigNode root, DefaultMetrics defaults) {
    MetricsSection section = new MetricsSection(root, defaults.names());
    Map<String, Metric> byName = defaults.copy(root);
    for (Metric metric : section.configured()) {
      byName.put(metric.definition().name(), metric);
    }
    return new ArrayList<>(byName.values());
  }

  private List<Metric> configured() {
    List<Metric> metrics = new ArrayList<>();
    for (ConfigNode item : root.child("metrics", SENTENCE).items()) {
      Metric metric = new MetricItem(item, known).read();
      item.rejectUnread();
      if (metric != null && !item.failed() && isFirst(item, metric.definition().name())) {
        metrics.add(metric);
      }
    }
    return metrics;
  }

  private boolean isFirst(ConfigNode item, String name) {
    String before = definedAt.putIfAbsent(name, item.place());
    if (before != null) {
      item.problem("expected each metric once, got \"" + name + "\", which is at " + before);
    }
    return before == null;
  }
}
