package dev.telemetry.agent.metrics;

import dev.telemetry.agent.config.ConfigNode;
import dev.telemetry.instrumentation.MetricDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The metrics that exist without any configuration, and the names they make known to those who
 * write others. Never changes, so that one configuration after another can have the same.
 */
public final class DefaultMetrics {
  private final Map<String, Metric> byName = new LinkedHashMap<>();
  private final List<String> faults = new ArrayList<>();
  private final KnownNames names;

  /**
   * Takes their definitions.
   *
   * @param reporters the names of all reporters there are
   * @param declared tells whether there is an event of this name beside those of the definitions;
   *     asked only where one looks misspelt
   */
  public DefaultMetrics(
      List<MetricDefinition> definitions,
      Collection<String> reporters,
      Predicate<String> declared) {
    names = new KnownNames(definitions, reporters, declared);
    definitions.forEach(this::add);
  }

  private void add(MetricDefinition definition) {
    try {
      byName.put(definition.name(), Metric.of(definition).byDefault());
    } catch (IllegalArgumentException wrong) {
      faults.add("default metric " + definition.name() + " is off: expected " + wrong.getMessage());
    }
  }

  /** Returns them by name in the order of their definitions, as a copy; notes what is off. */
  Map<String, Metric> copy(ConfigNode root) {
    faults.forEach(root::note);
    return new LinkedHashMap<>(byName);
  }

  KnownNames names() {
    return names;
  }
}
