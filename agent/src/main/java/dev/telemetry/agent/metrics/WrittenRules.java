package dev.telemetry.agent.metrics;

import dev.telemetry.agent.config.ConfigNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads rules where they are written, and says there what is wrong with them. */
final class WrittenRules {
  private WrittenRules() {}

  /**
   * Reads a rule, or a list of rules.
   *
   * @param key what the rule is about
   * @return null where it is wrong
   */
  static @Nullable ValueMatcher of(ConfigNode node, String key) {
    List<ConfigNode> places = node.isList() ? node.items() : Collections.singletonList(node);
    List<ValueMatcher> tests = new ArrayList<>();
    for (ConfigNode place : places) {
      String rule = place.text();
      ValueMatcher test = rule == null ? null : read(place, key, rule);
      if (test != null) {
        tests.add(test);
      }
    }
    if (places.isEmpty()) {
      node.problem("expected at least one value, got an empty list");
    }
    refuseAll(node, tests);
    return node.failed() ? null : ListMatcher.of(tests);
  }

  private static @Nullable ValueMatcher read(ConfigNode place, String key, String rule) {
    try {
      return RuleReader.read(key, rule);
    } catch (IllegalArgumentException wrong) {
      place.error(String.valueOf(wrong.getMessage()));
      return null;
    }
  }

  /** Of a list any rule will do: who writes both bounds there means a range. */
  private static void refuseAll(ConfigNode node, List<ValueMatcher> tests) {
    for (ValueMatcher one : tests) {
      for (ValueMatcher other : tests) {
        boolean numbers = one instanceof NumberMatcher && other instanceof NumberMatcher;
        if (numbers && ((NumberMatcher) one).fillsWith((NumberMatcher) other)) {
          node.problem("expected a range such as 200..299, got a list that any number passes");
          return;
        }
      }
    }
  }

  /**
   * Reads a rule that is a key.
   *
   * @param node the key's value
   * @param about what the rule is about
   * @return null where it is wrong
   */
  static @Nullable ValueMatcher keyed(ConfigNode node, String about, String rule) {
    try {
      return RuleReader.read(about, rule);
    } catch (IllegalArgumentException wrong) {
      node.rejectKey("expected " + wrong.getMessage() + ", got \"" + rule + "\"");
      return null;
    }
  }
}
