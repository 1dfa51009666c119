package dev.telemetry;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

final class MapMetadata implements Metadata {
  static final Metadata NONE = new MapMetadata(Collections.emptyMap());

  private final Map<String, Object> values;

  MapMetadata(Map<String, Object> values) {
    this.values = values;
  }

  static Metadata copyOf(Map<String, ? extends @Nullable Object> values) {
    Map<String, Object> copy = new LinkedHashMap<>();
    values.forEach(
        (key, value) -> {
          if (value != null) {
            copy.put(key, value);
          }
        });
    return copy.isEmpty() ? NONE : new MapMetadata(Collections.unmodifiableMap(copy));
  }

  static Metadata merge(Metadata first, Metadata second) {
    if (second.keys().isEmpty()) {
      return first;
    }
    if (first.keys().isEmpty()) {
      return second;
    }
    Map<String, Object> both = new LinkedHashMap<>(first.toMap());
    both.putAll(second.toMap());
    return new MapMetadata(Collections.unmodifiableMap(both));
  }

  @Override
  public @Nullable Object get(String key) {
    return values.get(key);
  }

  @Override
  public Set<String> keys() {
    return values.keySet();
  }

  @Override
  public Map<String, Object> toMap() {
    return values;
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
