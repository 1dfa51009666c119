package dev.telemetry.agent.metrics;

import dev.telemetry.instrumentation.MetricDefinition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A metric with its rules: the definition, which events count for it, where its tags' values come
 * from, who reports it. Immutable; each {@code with} method returns a changed copy.
 *
 * <p>Two that are equal are the same metric: its series outlive a change of all others.
 */
public final class Metric {
  private static final double[] PERCENTILES = {0.5, 0.95, 0.99};

  private final MetricDefinition definition;
  private MetricUnit unit;
  private @Nullable EventFilter filter;
  private Map<String, TagRule> tagRules = Collections.emptyMap();
  private @Nullable BucketRules bucketRules;
  private double[] percentiles = PERCENTILES;
  private int limit;
  private double sampleRate = 1;
  private Set<String> reporters = Collections.emptySet();
  private boolean byDefault;

  /** All that makes two the same, once somebody has compared it. */
  private volatile @Nullable Object @Nullable [] parts;

  private Metric(MetricDefinition definition) {
    this.definition = definition;
    this.unit = MetricUnit.of(definition.unit());
    this.filter = EventFilter.keeping(definition.keep());
  }

  private Metric(Metric from) {
    definition = from.definition;
    unit = from.unit;
    filter = from.filter;
    tagRules = from.tagRules;
    bucketRules = from.bucketRules;
    percentiles = from.percentiles;
    limit = from.limit;
    sampleRate = from.sampleRate;
    reporters = from.reporters;
    byDefault = from.byDefault;
  }

  /**
   * A metric without rules but its definition's: tags are the metadata of their names.
   *
   * @throws IllegalArgumentException where a rule of the definition is wrong
   */
  public static Metric of(MetricDefinition definition) {
    return new Metric(definition);
  }

  /** A copy that is there although nobody has written it. */
  Metric byDefault() {
    Metric copy = new Metric(this);
    copy.byDefault = true;
    return copy;
  }

  /** A copy for which only the events count that the filter admits; null for all. */
  Metric withFilter(@Nullable EventFilter filter) {
    Metric copy = new Metric(this);
    copy.filter = filter;
    return copy;
  }

  /**
   * A copy in which a rule gives the values of a tag.
   *
   * @param tag one of the definition's tags
   */
  public Metric withTagRule(String tag, TagRule rule) {
    Map<String, TagRule> rules = new LinkedHashMap<>(tagRules);
    rules.put(tag, rule);
    Metric copy = new Metric(this);
    copy.tagRules = Collections.unmodifiableMap(rules);
    return copy;
  }

  /** A copy of events that measure in another unit than nanoseconds or bytes. */
  Metric withUnit(MetricUnit unit) {
    Metric copy = new Metric(this);
    copy.unit = unit;
    return copy;
  }

  /** A copy whose series have buckets of their own. */
  Metric withBucketRules(BucketRules rules) {
    Metric copy = new Metric(this);
    copy.bucketRules = rules;
    return copy;
  }

  /** A copy with these percentiles, each between 0 and 1. */
  Metric withPercentiles(double... percentiles) {
    Metric copy = new Metric(this);
    copy.percentiles = percentiles.clone();
    return copy;
  }

  /** A copy with at most so many series beside {@code _other}; 0 for the registry's limit. */
  Metric withLimit(int limit) {
    Metric copy = new Metric(this);
    copy.limit = limit;
    return copy;
  }

  /** A copy of which single values are sent with this probability, above 0 and at most 1. */
  Metric withSampleRate(double rate) {
    Metric copy = new Metric(this);
    copy.sampleRate = rate;
    return copy;
  }

  /** A copy that these reporters get and no other; none for all of them. */
  Metric withReporters(Collection<String> reporters) {
    Metric copy = new Metric(this);
    copy.reporters = Collections.unmodifiableSet(new LinkedHashSet<>(reporters));
    return copy;
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
  public @Nullable EventFilter filter() {
    return filter;
  }

  /** Returns the rule for each tag that has one. */
  public Map<String, TagRule> tagRules() {
    return tagRules;
  }

  /** Returns which percentiles of a summary people want to see, ascending, between 0 and 1. */
  public double[] percentiles() {
    return percentiles.clone();
  }

  /** Tells whether a reporter gets this metric. */
  public boolean goesTo(String reporter) {
    return reporters.isEmpty() || reporters.contains(reporter);
  }

  /** Tells whether this is there although nobody has written it; no part of what makes it equal. */
  boolean isByDefault() {
    return byDefault;
  }

  /**
   * Returns the share of single values that a reporter of these sends, 1 for all. What is kept here
   * is kept of all.
   */
  public double sampleRate() {
    return sampleRate;
  }

  /** Returns how many series there may be beside {@code _other}; 0 for the registry's limit. */
  int limit() {
    return limit;
  }

  /** Returns a rule for each tag, in order. */
  List<TagRule> allTagRules() {
    List<TagRule> rules = new ArrayList<>();
    for (String tag : definition.tags()) {
      TagRule rule = tagRules.get(tag);
      rules.add(rule == null ? TagRule.from(tag) : rule);
    }
    return rules;
  }

  /** Returns the upper bounds of the buckets of one series, in the metric's unit. */
  double[] bounds(@Nullable String[] tagValues) {
    double[] own = bucketRules == null ? null : bucketRules.of(definition.tags(), tagValues);
    return own == null ? definition.buckets() : own.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other == this || (other instanceof Metric && isSame((Metric) other));
  }

  /** By name first: one is often looked for among all. */
  private boolean isSame(Metric other) {
    return definition.name().equals(other.definition.name())
        && Arrays.deepEquals(parts(), other.parts());
  }

  @Override
  public int hashCode() {
    return definition.name().hashCode();
  }

  @Override
  public String toString() {
    return definition.type() + " " + definition.name();
  }

  private @Nullable Object[] parts() {
    @Nullable Object[] known = parts;
    if (known == null) {
      known = allParts();
      parts = known;
    }
    return known;
  }

  private @Nullable Object[] allParts() {
    return new @Nullable Object[] {
      definition.type(),
      definition.name(),
      definition.event(),
      definition.measurement(),
      definition.tags(),
      definition.description(),
      definition.buckets(),
      unit,
      filter,
      tagRules,
      bucketRules,
      percentiles,
      limit,
      sampleRate,
      reporters
    };
  }
}
