package dev.telemetry.agent.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives the series of a distribution buckets of their own by the value of one tag. Immutable. */
final class BucketRules extends Rule {
  private final String tag;
  private final ValueMatcher[] tests;
  private final double[][] bounds;

  private BucketRules(String tag, Map<ValueMatcher, double[]> rules) {
    super(parts(tag, rules));
    this.tag = tag;
    this.tests = rules.keySet().toArray(new ValueMatcher[0]);
    this.bounds = rules.values().toArray(new double[0][]);
  }

  private static List<Object> parts(String tag, Map<ValueMatcher, double[]> rules) {
    List<Object> parts = new ArrayList<>();
    parts.add(tag);
    rules.forEach((test, bounds) -> parts.add(Arrays.asList(test, Arrays.toString(bounds))));
    return parts;
  }

  /**
   * Takes the rules in the order in which they are tried.
   *
   * @param tag one of the metric's
   */
  static BucketRules by(String tag, Map<ValueMatcher, double[]> rules) {
    return new BucketRules(tag, rules);
  }

  /** Returns the bounds for a series; null where no rule has any. */
  double @Nullable [] of(List<String> tags, @Nullable String[] values) {
    String value = values[tags.indexOf(tag)];
    for (int i = 0; i < tests.length; i++) {
      if (tests[i].testText(value)) {
        return bounds[i];
      }
    }
    return null;
  }
}
