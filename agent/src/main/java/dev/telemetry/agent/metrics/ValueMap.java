package dev.telemetry.agent.metrics;

import dev.telemetry.bus.Facts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives values to the values of a tag: by exact text, else by the first rule that it passes, else
 * by {@code *}, else itself. No value is {@code absent}, else {@code *}. Immutable.
 */
final class ValueMap extends Rule {
  private final Map<String, String> exact = new HashMap<>();
  private final ValueMatcher[] tests;
  private final String[] results;
  private final @Nullable String rest;
  private final @Nullable String absent;

  private ValueMap(Map<String, String> rules, Map<ValueMatcher, String> tests) {
    super(Arrays.asList(new HashMap<>(rules), new ArrayList<>(tests.keySet())));
    this.tests = tests.keySet().toArray(new ValueMatcher[0]);
    this.results = tests.values().toArray(new String[0]);
    this.rest = rules.get(RuleReader.REST);
    this.absent = rules.getOrDefault(RuleReader.ABSENT, rest);
    tests.forEach(this::addExact);
  }

  private void addExact(ValueMatcher test, String value) {
    if (test instanceof ExactMatcher) {
      ((ExactMatcher) test).texts().forEach(text -> exact.putIfAbsent(text, value));
    }
  }

  /**
   * Reads rules.
   *
   * @param key what the values are of
   * @param rules in the order in which they are tried; {@code *} and {@code absent} come last
   * @throws IllegalArgumentException where one is wrong
   */
  static ValueMap of(String key, Map<String, String> rules) {
    Map<ValueMatcher, String> tests = new LinkedHashMap<>();
    rules.forEach(
        (rule, value) -> {
          if (!rule.equals(RuleReader.REST) && !rule.equals(RuleReader.ABSENT)) {
            tests.putIfAbsent(RuleReader.read(key, rule), value);
          }
        });
    return new ValueMap(rules, tests);
  }

  /** Returns the value of what a source has. */
  @Nullable String value(TagSource source, long nanos, Facts facts, @Nullable Throwable error) {
    String text = source.text(facts, error);
    if (text != null) {
      return ofText(text);
    }
    double measured = source.measurement(facts, nanos);
    return Double.isNaN(measured) ? absent : ofNumber(measured);
  }

  private @Nullable String ofText(String text) {
    String value = exact.get(text);
    for (int i = 0; value == null && i < tests.length; i++) {
      if (tests[i].testText(text)) {
        value = results[i];
      }
    }
    return value != null ? value : rest != null ? rest : text;
  }

  private @Nullable String ofNumber(double number) {
    for (int i = 0; i < tests.length; i++) {
      if (tests[i].testNumber(number)) {
        return results[i];
      }
    }
    return rest;
  }

  /** Returns the rules, for a message. */
  List<ValueMatcher> tests() {
    return Arrays.asList(tests);
  }
}
