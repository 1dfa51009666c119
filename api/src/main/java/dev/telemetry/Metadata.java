package dev.telemetry;

import java.util.Collections;
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

  /** Returns the values as a map that nobody can change. */
  Map<String, Object> toMap();

  /** Returns a view of these and other values; of a key that both have, the other's. */
  default Metadata with(Metadata others) {
    return MapMetadata.merge(this, others);
  }

  /** Returns a view of these values and one more, which replaces one of the same key. */
  default Metadata with(String key, @Nullable Object value) {
    return with(of(key, value));
  }

  /** Returns the view with no value. */
  static Metadata none() {
    return MapMetadata.NONE;
  }

  /** Returns a view of one value; of none where it is null. */
  static Metadata of(String key, @Nullable Object value) {
    return value == null ? none() : new MapMetadata(Collections.singletonMap(key, value));
  }

  /** Returns a view of a copy of {@code values}; null values are left out. */
  static Metadata of(Map<String, ? extends @Nullable Object> values) {
    return MapMetadata.copyOf(values);
  }
}
