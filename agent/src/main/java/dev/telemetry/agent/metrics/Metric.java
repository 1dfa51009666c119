package dev.telemetry.agent.metrics;

import dev.telemetry.instrumentation.MetricDefinition;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A metric with its rules: the definition, which events count for it, where its tags' values come
 * from. Immutable; each {@code with} method returns a changed copy.
 *
 * <p>Two that are equal are the same metric: its series outlive a change of all others.
 */
public final class Metric {
  private final MetricDefinition definition;
  private final MetricUnit unit;
  private final @Nullable MetadataFilter filter;
  private final Map<String, TagRule> tagRules;

  private Metric(
      MetricDefinition definition, @Nullable MetadataFilter filter, Map<String, TagRule> tagRules) {
    this.definition = definition;
    this.unit = MetricUnit.of(definition.unit());
    this.filter = filter;
    this.tagRules = Collections.unmodifiableMap(tagRules);
  }

  /** A metric without rules: every event counts, tags are the metadata of their names. */
  public static Metric of(MetricDefinition definition) {
    return new Metric(definition, null, Collections.emptyMap());
  }

  /** A copy for which only the events count that the filter admits. */
  public Metric withFilter(MetadataFilter filter) {
    return new Metric(definition, filter, tagRules);
  }

  /**
   * A copy in which a rule gives the values of a tag.
   *
   * @param tag one of the definition's tags
   */
  public Metric withTagRule(String tag, TagRule rule) {
    Map<String, TagRule> rules = new LinkedHashMap<>(tagRules);
    rules.put(tag, rule);
    return new Metric(definition, filter, rules);
  }

  /** Returns what is done with which measurement of which event. */
  public MetricDefinition definition() {
    return definition;
  }

  /** Returns the unit of the exported values. */
  public MetricUnit unit() {
    return unit;
  }

  /** Returns which events count; null for all. */
  public @Nullable MetadataFilter filter() {
    return filter;
  }

  /** Returns the rule for each tag that has one. */
  public Map<String, TagRule> tagRules() {
    return tagRules;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Metric && ((Metric) other).parts().equals(parts());
  }

  @Override
  public int hashCode() {
    return parts().hashCode();
  }

  @Override
  public String toString() {
    return definition.type() + " " + definition.name();
  }

  private List<@Nullable Object> parts() {
    return Arrays.asList(
        definition.type(),
        definition.name(),
        definition.event(),
        definition.measurement(),
        definition.tags(),
        definition.unit(),
        definition.description(),
        Arrays.toString(definition.buckets()),
        filter,
        tagRules);
  }
}
