package dev.telemetry.agent.metrics;

import dev.telemetry.agent.config.ConfigNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads {@code keep} and {@code drop}: rules by key. */
final class FilterRules {
  private static final String KEEP_AND_DROP =
      "either the keep or drop option may be set, but not both";

  private FilterRules() {}

  /** Returns the metric with the filter of its item, or with the one it has. */
  static Metric read(ConfigNode item, KnownNames known, Metric bare) {
    ConfigNode keep =
        item.child("keep", "Which events count: a rule, or a list of rules, for each key.");
    ConfigNode drop = item.child("drop", "Which events do not count, instead of `keep`.");
    if (keep.present() && drop.present()) {
      drop.problem(KEEP_AND_DROP);
    }
    if (!keep.present() && !drop.present()) {
      return bare;
    }
    Map<FactKey, ValueMatcher> tests = tests(keep.present() ? keep : drop, known);
    if (tests.isEmpty()) {
      return bare.withFilter(null);
    }
    return bare.withFilter(keep.present() ? EventFilter.keep(tests) : EventFilter.drop(tests));
  }

  private static Map<FactKey, ValueMatcher> tests(ConfigNode node, KnownNames known) {
    Map<FactKey, ValueMatcher> tests = new LinkedHashMap<>();
    node.entries()
        .forEach(
            (key, value) -> {
              ValueMatcher test = WrittenRules.of(value, key);
              if (test != null) {
                tests.put(known.key(value, key), test);
              }
            });
    return tests;
  }
}
