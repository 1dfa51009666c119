package dev.telemetry.agent.metrics;

import dev.telemetry.bus.Facts;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says where the value of one tag comes from. Immutable. */
public final class TagRule {
  private static final String REST = "*";
  private static final String ABSENT = "absent";

  private final @Nullable String from;
  private final @Nullable String constant;
  private final Map<String, String> values;
  private final boolean maps;
  private final @Nullable String rest;
  private final @Nullable String absent;

  private TagRule(@Nullable String from, @Nullable String constant, Map<String, String> values) {
    this.from = from;
    this.constant = constant;
    this.values = Collections.unmodifiableMap(new HashMap<>(values));
    this.maps = !values.isEmpty();
    this.rest = values.get(REST);
    this.absent = values.containsKey(ABSENT) ? values.get(ABSENT) : rest;
  }

  /** The value of a key of the metadata. */
  public static TagRule from(String key) {
    return new TagRule(key, null, Collections.emptyMap());
  }

  /**
   * The value that {@code values} has for that of a key of the metadata.
   *
   * @param values by exact text; {@code *} for all others, without which they keep their own text;
   *     {@code absent} for none, which else falls to {@code *}
   */
  public static TagRule from(String key, Map<String, String> values) {
    return new TagRule(key, null, values);
  }

  /** The same value always. */
  public static TagRule constant(String value) {
    return new TagRule(null, value, Collections.emptyMap());
  }

  /** Returns the tag's value, not yet tidy. */
  @Nullable String value(FactTexts texts, Facts facts, @Nullable Throwable error) {
    if (from == null) {
      return constant;
    }
    return maps ? mapped(texts.of(facts, error, from)) : texts.raw(facts, error, from);
  }

  private @Nullable String mapped(@Nullable String text) {
    if (text == null) {
      return absent;
    }
    String value = values.get(text);
    if (value != null) {
      return value;
    }
    return rest == null ? text : rest;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TagRule
        && Objects.equals(((TagRule) other).from, from)
        && Objects.equals(((TagRule) other).constant, constant)
        && ((TagRule) other).values.equals(values);
  }

  @Override
  public int hashCode() {
    return Objects.hash(from, constant, values);
  }

  @Override
  public String toString() {
    return from == null ? "constant " + constant : "from " + from + " " + values;
  }
}
