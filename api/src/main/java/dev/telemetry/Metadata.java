package dev.telemetry;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one event was about, by key: a small read-only view. */
public interface Metadata {

  /**
   * Returns one value.
   *
   * @param key such as {@code http.route}
   * @return the value, or null where the event has none
   */
  @Nullable Object get(String key);

  /** Returns the keys that have a value, in no promised order. */
  Set<String> keys();

  /** Returns an unmodifiable copy as a map. */
  Map<String, Object> toMap();

  /** Returns the view with no value. */
  static Metadata none() {
    return MapMetadata.NONE;
  }

  /** Returns a view of one value. */
  static Metadata of(String key, Object value) {
    return new MapMetadata(java.util.Collections.singletonMap(key, value));
  }

  /** Returns a view of a copy of {@code values}; null values are left out. */
  static Metadata of(Map<String, ?> values) {
    return MapMetadata.copyOf(values);
  }
}
