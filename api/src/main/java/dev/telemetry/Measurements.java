package dev.telemetry;

import java.util.Collections;
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

  /** Returns the numbers as a map that nobody can change. */
  Map<String, Number> toMap();

  /** Returns a view of these and other numbers; of a name that both have, the other's. */
  default Measurements with(Measurements others) {
    return MapMeasurements.merge(this, others);
  }

  /** Returns a view of these numbers and one more, which replaces one of the same name. */
  default Measurements with(String name, Number value) {
    return with(of(name, value));
  }

  /** Returns the view with no number. */
  static Measurements none() {
    return MapMeasurements.NONE;
  }

  /** Returns a view of one number; of none where it is null. */
  static Measurements of(String name, @Nullable Number value) {
    return value == null ? none() : new MapMeasurements(Collections.singletonMap(name, value));
  }

  /** Returns a view of a copy of {@code values}; null values are left out. */
  static Measurements of(Map<String, ? extends @Nullable Number> values) {
    return MapMeasurements.copyOf(values);
  }
}
