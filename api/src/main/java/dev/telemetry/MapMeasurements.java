package dev.telemetry;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

final class MapMeasurements implements Measurements {
  static final Measurements NONE = new MapMeasurements(Collections.emptyMap());

  private final Map<String, Number> values;

  MapMeasurements(Map<String, Number> values) {
    this.values = values;
  }

  static Measurements copyOf(Map<String, ? extends @Nullable Number> values) {
    Map<String, Number> copy = new LinkedHashMap<>();
    values.forEach(
        (name, value) -> {
          if (value != null) {
            copy.put(name, value);
          }
        });
    return copy.isEmpty() ? NONE : new MapMeasurements(Collections.unmodifiableMap(copy));
  }

  static Measurements merge(Measurements first, Measurements second) {
    if (second.names().isEmpty()) {
      return first;
    }
    if (first.names().isEmpty()) {
      return second;
    }
    Map<String, Number> both = new LinkedHashMap<>(first.toMap());
    both.putAll(second.toMap());
    return new MapMeasurements(Collections.unmodifiableMap(both));
  }

  @Override
  public @Nullable Number get(String name) {
    return values.get(name);
  }

  @Override
  public Set<String> names() {
    return values.keySet();
  }

  @Override
  public Map<String, Number> toMap() {
    return values;
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
