package dev.telemetry.agent.metrics;

import dev.telemetry.Measurements;
import dev.telemetry.Metadata;
import dev.telemetry.bus.Facts;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Facts out of two maps. */
class MapFacts implements Facts {
  private final Map<String, Object> metadata = new HashMap<>();
  private final Map<String, Double> measurements = new HashMap<>();

  MapFacts with(String key, Object value) {
    metadata.put(key, value);
    return this;
  }

  MapFacts measured(String name, double value) {
    measurements.put(name, value);
    return this;
  }

  @Override
  public @Nullable Object get(String key) {
    return metadata.get(key);
  }

  @Override
  public Metadata metadata() {
    return Metadata.of(metadata);
  }

  @Override
  public Measurements measurements() {
    return Measurements.of(measurements);
  }

  @Override
  public double measurement(String name) {
    Double value = measurements.get(name);
    return value == null ? Double.NaN : value;
  }
}
