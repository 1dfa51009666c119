package dev.telemetry.instrumentation;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A metric as data: what is done with which measurement of which event, by which tags. Immutable;
 * each {@code with} method returns a changed copy.
 *
 * <p>Its name tells event and measurement unless they are given: {@code
 * http.server.request.duration} is the {@code duration} of the span {@code http.server.request},
 * both ends; {@code http.server.request.stop.duration} that of the stop event alone.
 */
public final class MetricDefinition {
  private final MetricType type;
  private final String name;
  private String event;
  private String measurement;
  private List<String> tags = Collections.emptyList();
  private String unit = "";
  private String description = "";
  private double[] buckets = {};
  private Map<String, String> keep = Collections.emptyMap();

  /**
   * Defines a metric by its name.
   *
   * @param name dotted, at least two segments
   */
  public MetricDefinition(MetricType type, String name) {
    int dot = name.lastIndexOf('.');
    this.type = type;
    this.name = name;
    this.event = dot < 0 ? "" : name.substring(0, dot);
    this.measurement = name.substring(dot + 1);
  }

  private MetricDefinition(MetricDefinition from) {
    this(from.type, from.name);
    event = from.event;
    measurement = from.measurement;
    tags = from.tags;
    unit = from.unit;
    description = from.description;
    buckets = from.buckets;
    keep = from.keep;
  }

  /** A copy for another event: a span's prefix, or one event's full name. */
  public MetricDefinition withEvent(String event) {
    MetricDefinition copy = new MetricDefinition(this);
    copy.event = event;
    return copy;
  }

  /** A copy for another measurement of the event. */
  public MetricDefinition withMeasurement(String measurement) {
    MetricDefinition copy = new MetricDefinition(this);
    copy.measurement = measurement;
    return copy;
  }

  /** A copy with these tags, in this order. */
  public MetricDefinition withTags(String... tags) {
    MetricDefinition copy = new MetricDefinition(this);
    copy.tags = Collections.unmodifiableList(Arrays.asList(tags.clone()));
    return copy;
  }

  /** A copy with a unit in UCUM's form: {@code s}, {@code ms}, {@code By}, {@code {request}}. */
  public MetricDefinition withUnit(String unit) {
    MetricDefinition copy = new MetricDefinition(this);
    copy.unit = unit;
    return copy;
  }

  /** A copy with a sentence for people. */
  public MetricDefinition withDescription(String description) {
    MetricDefinition copy = new MetricDefinition(this);
    copy.description = description;
    return copy;
  }

  /** A copy with upper bounds of buckets, ascending, in the metric's unit. */
  public MetricDefinition withBuckets(double... buckets) {
    MetricDefinition copy = new MetricDefinition(this);
    copy.buckets = buckets.clone();
    return copy;
  }

  /**
   * A copy for which only those events count whose value passes a rule, beside the rules before.
   *
   * @param key of the metadata, else of the measurements
   * @param rule as in a configuration's {@code keep}: a text, {@code /api/**}, {@code 5xx}, {@code
   *     100..199}, {@code > 200ms}, {@code != GET}, {@code present}, {@code absent}
   */
  public MetricDefinition withKeep(String key, String rule) {
    Map<String, String> rules = new LinkedHashMap<>(keep);
    rules.put(key, rule);
    MetricDefinition copy = new MetricDefinition(this);
    copy.keep = Collections.unmodifiableMap(rules);
    return copy;
  }

  /** Returns what becomes of the values. */
  public MetricType type() {
    return type;
  }

  /** Returns the dotted name. */
  public String name() {
    return name;
  }

  /** Returns a span's prefix, or one event's full name. */
  public String event() {
    return event;
  }

  /** Returns the measurement's name; a counter ignores it. */
  public String measurement() {
    return measurement;
  }

  /** Returns the keys of the metadata that become tags, in order. */
  public List<String> tags() {
    return tags;
  }

  /** Returns the unit of the exported values in UCUM's form; empty for none. */
  public String unit() {
    return unit;
  }

  /** Returns a sentence for people; may be empty. */
  public String description() {
    return description;
  }

  /** Returns the rules that an event has to pass, by key; empty where every event counts. */
  public Map<String, String> keep() {
    return keep;
  }

  /** Returns upper bounds of buckets, ascending, in the metric's unit; empty for the default. */
  public double[] buckets() {
    return buckets.clone();
  }
}
