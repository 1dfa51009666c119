package dev.telemetry.agent.poller.rule;

import dev.telemetry.agent.config.ConfigNode;
import dev.telemetry.instrumentation.MetricDefinition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What {@code poll} says: rules, each of which stays off alone where it is wrong. Immutable. */
public final class PollSection {
  /** The section's name. */
  public static final String NAME = "poll";

  private static final String SENTENCE =
      "What is measured on a period: MBeans, static methods and fields. Each rule is an event, and a"
          + " metric for each of its numbers.";

  private final List<PollRule> rules;

  private PollSection(List<PollRule> rules) {
    this.rules = Collections.unmodifiableList(rules);
  }

  /** Reads the section of a configuration, which is told what is wrong. */
  public static PollSection read(ConfigNode root) {
    Map<String, PollRule> byId = new LinkedHashMap<>();
    for (ConfigNode item : root.child(NAME, SENTENCE).items()) {
      PollRule rule = new PollItem(item).read();
      if (rule != null && byId.putIfAbsent(rule.id(), rule) != null) {
        item.problem("expected each event of the same once, got " + rule.id() + " again");
      }
    }
    return new PollSection(new ArrayList<>(byId.values()));
  }

  /** Returns the rules. */
  public List<PollRule> rules() {
    return rules;
  }

  /** Returns a metric for each number of each rule. */
  public List<MetricDefinition> metrics() {
    List<MetricDefinition> metrics = new ArrayList<>();
    rules.forEach(rule -> metrics.addAll(rule.metrics()));
    return metrics;
  }
}
