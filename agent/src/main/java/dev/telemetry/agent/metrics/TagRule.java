package dev.telemetry.agent.metrics;

import dev.telemetry.bus.Facts;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says where the value of one tag comes from, and what becomes of it. Immutable. */
public final class TagRule extends Rule {
  private final TagSource source;
  private final @Nullable ValueMap map;

  /** The key of the usual rule: its value as it is. */
  private final @Nullable FactKey key;

  private TagRule(TagSource source, @Nullable ValueMap map) {
    super(Arrays.asList(source, map));
    this.source = source;
    this.key = map == null && source instanceof KeySource ? ((KeySource) source).key() : null;
    this.map = map;
  }

  /** The value of a key that events have as it is. */
  public static TagRule from(String key) {
    return of(new KeySource(FactKey.flat(key)));
  }

  /**
   * The value that {@code values} has for that of a key.
   *
   * @param values by rule: a text, {@code 2xx}, {@code 100..199}, {@code < 100ms}, {@code /api/**};
   *     {@code *} for all others, without which they keep their own text; {@code absent} for none,
   *     which else falls to {@code *}
   * @throws IllegalArgumentException where a rule is wrong
   */
  public static TagRule from(String key, Map<String, String> values) {
    return from(key).mapped(ValueMap.of(key, values));
  }

  /** The same value always. */
  public static TagRule constant(String value) {
    return of(new Constant(value));
  }

  static TagRule of(TagSource source) {
    return new TagRule(source, null);
  }

  static TagRule first(List<FactKey> keys) {
    return of(keys.size() == 1 ? new KeySource(keys.get(0)) : new FirstPresent(keys));
  }

  /** A copy whose values are mapped. */
  TagRule mapped(ValueMap values) {
    return new TagRule(source, values);
  }

  /** Returns the value for an event that ends no span, or whose duration is in the facts. */
  public @Nullable String value(Facts facts) {
    return value(Measurement.NO_DURATION, facts, null);
  }

  /** Returns the tag's value; null for none. */
  @Nullable String value(long nanos, Facts facts, @Nullable Throwable error) {
    if (key != null) {
      return key.tagText(facts, error);
    }
    String value = map == null ? source.text(facts, error) : map.value(source, nanos, facts, error);
    return FactKey.tidy(value);
  }
}
