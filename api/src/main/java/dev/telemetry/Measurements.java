package dev.telemetry;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of one event, by name: a small read-only view.
 *
 * <p>Durations and times are nanoseconds.
 */
public interface Measurements {

  /**
   * Returns one number.
   *
   * @param name such as {@code duration}
   * @return the number, or null where the event has none of that name
   */
  @Nullable Number get(String name);

  /** Returns the names that have a number, in no promised order. */
  Set<String> names();

  /** Returns an unmodifiable copy as a map. */
  Map<String, Number> toMap();

  /** Returns the view with no number. */
  static Measurements none() {
    return MapMeasurements.NONE;
  }

  /** Returns a view of one number. */
  static Measurements of(String name, Number value) {
    return new MapMeasurements(java.util.Collections.singletonMap(name, value));
  }

  /** Returns a view of a copy of {@code values}; null values are left out. */
  static Measurements of(Map<String, ? extends Number> values) {
    return MapMeasurements.copyOf(values);
  }
}
