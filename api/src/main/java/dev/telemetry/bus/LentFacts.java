package dev.telemetry.bus;

import dev.telemetry.Measurements;
import dev.telemetry.Metadata;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Maps that are their owner's: read in place, and copied only for handlers. */
final class LentFacts implements Facts {
  private final Map<String, ? extends @Nullable Number> measurements;
  private final Map<String, ? extends @Nullable Object> metadata;

  LentFacts(
      Map<String, ? extends @Nullable Number> measurements,
      Map<String, ? extends @Nullable Object> metadata) {
    this.measurements = Objects.requireNonNull(measurements, "measurements");
    this.metadata = Objects.requireNonNull(metadata, "metadata");
  }

  /** Returns the measurements of any facts as a map, to be lent for as long as the facts are. */
  static Map<String, ? extends @Nullable Number> measurements(Facts facts) {
    return facts instanceof LentFacts
        ? ((LentFacts) facts).measurements
        : facts.measurements().toMap();
  }

  /** Returns the metadata of any facts as a map, to be lent for as long as the facts are. */
  static Map<String, ? extends @Nullable Object> metadata(Facts facts) {
    return facts instanceof LentFacts ? ((LentFacts) facts).metadata : facts.metadata().toMap();
  }

  @Override
  public @Nullable Object get(String key) {
    return metadata.get(key);
  }

  @Override
  public double measurement(String name) {
    Number value = measurements.get(name);
    return value == null ? Double.NaN : value.doubleValue();
  }

  @Override
  public Metadata metadata() {
    return Metadata.of(metadata);
  }

  @Override
  public Measurements measurements() {
    return Measurements.of(measurements);
  }
}
