package dev.telemetry.instrumentation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a user has set for one instrumentation, as plain data by key: texts, lists of texts, and
 * settings inside settings. Immutable; each {@code with} method returns a changed copy.
 *
 * <p>Whoever fills it has checked it: an instrumentation need not tell users what is wrong. A
 * look-up of a key that holds something else finds nothing.
 */
public final class InstrumentationSettings {
  private static final InstrumentationSettings NONE =
      new InstrumentationSettings(Collections.emptyMap());

  private final Map<String, Object> values;

  private InstrumentationSettings(Map<String, Object> values) {
    this.values = values;
  }

  /** Returns the settings of a user who has set nothing. */
  public static InstrumentationSettings none() {
    return NONE;
  }

  /** A copy with a text. */
  public InstrumentationSettings with(String key, String text) {
    return copy(key, text);
  }

  /** A copy with a list of texts, which may be empty. */
  public InstrumentationSettings with(String key, List<String> texts) {
    return copy(key, Collections.unmodifiableList(new ArrayList<>(texts)));
  }

  /** A copy with settings by keys of the user's own, in their order. */
  public InstrumentationSettings with(String key, Map<String, InstrumentationSettings> sections) {
    return copy(key, Collections.unmodifiableMap(new LinkedHashMap<>(sections)));
  }

  private InstrumentationSettings copy(String key, Object value) {
    Map<String, Object> copy = new LinkedHashMap<>(values);
    copy.put(key, value);
    return new InstrumentationSettings(copy);
  }

  /** Tells whether the user has set this. */
  public boolean has(String key) {
    return values.containsKey(key);
  }

  /** Returns a text; null where it is not set. */
  public @Nullable String text(String key) {
    Object value = values.get(key);
    return value instanceof String ? (String) value : null;
  }

  /** Returns a text, or {@code fallback} where it is not set. */
  public String text(String key, String fallback) {
    String text = text(key);
    return text == null ? fallback : text;
  }

  /** Tells whether the text is {@code true}. */
  public boolean flag(String key) {
    return "true".equals(text(key));
  }

  /** Returns a list of texts, or {@code fallback} where it is not set. */
  @SuppressWarnings("unchecked") // put in as such
  public List<String> texts(String key, List<String> fallback) {
    Object value = values.get(key);
    return value instanceof List ? (List<String>) value : fallback;
  }

  /** Returns settings by keys of the user's own, in their order; empty where none are set. */
  @SuppressWarnings("unchecked") // put in as such
  public Map<String, InstrumentationSettings> sections(String key) {
    Object value = values.get(key);
    return value instanceof Map
        ? (Map<String, InstrumentationSettings>) value
        : Collections.emptyMap();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof InstrumentationSettings
        && ((InstrumentationSettings) other).values.equals(values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
