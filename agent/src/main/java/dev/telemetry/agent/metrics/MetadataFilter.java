package dev.telemetry.agent.metrics;

import dev.telemetry.bus.Facts;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says which events count for a metric, by their raw metadata: before any tag rule. Immutable.
 *
 * <p>{@code keep} admits the events whose values pass every test, {@code drop} those that {@code
 * keep} would not.
 */
public final class MetadataFilter {
  private final String[] keys;
  private final ValueTest[] tests;
  private final boolean keep;

  private MetadataFilter(Map<String, ValueTest> tests, boolean keep) {
    this.keys = tests.keySet().toArray(new String[0]);
    this.tests = tests.values().toArray(new ValueTest[0]);
    this.keep = keep;
  }

  /**
   * Makes the filter of a metric out of its two options.
   *
   * @param keep null where it is not given
   * @param drop null where it is not given
   * @return null where neither is given
   * @throws IllegalArgumentException where both are given
   */
  public static @Nullable MetadataFilter of(
      @Nullable Map<String, ValueTest> keep, @Nullable Map<String, ValueTest> drop) {
    if (keep != null && drop != null) {
      throw new IllegalArgumentException("either the keep or drop option may be set, but not both");
    }
    if (keep != null) {
      return keep(keep);
    }
    return drop == null ? null : drop(drop);
  }

  /** Admits an event when the values of all keys pass their tests. */
  public static MetadataFilter keep(Map<String, ValueTest> tests) {
    return new MetadataFilter(new LinkedHashMap<>(tests), true);
  }

  /** Admits an event unless the values of all keys pass their tests. */
  public static MetadataFilter drop(Map<String, ValueTest> tests) {
    return new MetadataFilter(new LinkedHashMap<>(tests), false);
  }

  boolean admits(FactTexts texts, Facts facts, @Nullable Throwable error) {
    return passesAll(texts, facts, error) == keep;
  }

  private boolean passesAll(FactTexts texts, Facts facts, @Nullable Throwable error) {
    for (int i = 0; i < keys.length; i++) {
      if (!tests[i].test(texts.of(facts, error, keys[i]))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MetadataFilter
        && ((MetadataFilter) other).keep == keep
        && ((MetadataFilter) other).byKey().equals(byKey());
  }

  @Override
  public int hashCode() {
    return byKey().hashCode();
  }

  @Override
  public String toString() {
    return (keep ? "keep " : "drop ") + byKey();
  }

  private Map<String, ValueTest> byKey() {
    Map<String, ValueTest> byKey = new LinkedHashMap<>();
    for (int i = 0; i < keys.length; i++) {
      byKey.put(keys[i], tests[i]);
    }
    return byKey;
  }
}
