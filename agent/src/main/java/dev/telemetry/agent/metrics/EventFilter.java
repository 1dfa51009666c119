package dev.telemetry.agent.metrics;

import dev.telemetry.bus.Facts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says which events count for a metric, by their raw metadata and measurements: before any tag
 * rule. Immutable.
 *
 * <p>{@code keep} admits the events whose values pass every rule, {@code drop} those that {@code
 * keep} would not.
 */
public final class EventFilter extends Rule {
  private final FactKey[] keys;
  private final ValueMatcher[] tests;
  private final boolean keep;

  private EventFilter(Map<FactKey, ValueMatcher> tests, boolean keep) {
    super(Arrays.asList(new LinkedHashMap<>(tests), keep));
    this.keys = tests.keySet().toArray(new FactKey[0]);
    this.tests = new ArrayList<>(tests.values()).toArray(new ValueMatcher[0]);
    this.keep = keep;
  }

  /** Admits an event when the values of all keys pass their tests. */
  static EventFilter keep(Map<FactKey, ValueMatcher> tests) {
    return new EventFilter(tests, true);
  }

  /** Admits an event unless the values of all keys pass their tests. */
  static EventFilter drop(Map<FactKey, ValueMatcher> tests) {
    return new EventFilter(tests, false);
  }

  /**
   * Reads the rules of a default metric.
   *
   * @param rules by key
   * @return null where there are none
   * @throws IllegalArgumentException where one is wrong
   */
  static @Nullable EventFilter keeping(Map<String, String> rules) {
    Map<FactKey, ValueMatcher> tests = new LinkedHashMap<>();
    rules.forEach((key, rule) -> tests.put(FactKey.flat(key), RuleReader.read(key, rule)));
    return tests.isEmpty() ? null : keep(tests);
  }

  boolean admits(long nanos, Facts facts, @Nullable Throwable error) {
    for (int i = 0; i < keys.length; i++) {
      if (!tests[i].test(keys[i], nanos, facts, error)) {
        return !keep;
      }
    }
    return keep;
  }
}
