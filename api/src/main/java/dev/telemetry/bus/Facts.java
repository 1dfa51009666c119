package dev.telemetry.bus;

import dev.telemetry.Measurements;
import dev.telemetry.Metadata;
import org.jspecify.annotations.Nullable;

/**
 * What a hot emitter knows of one event, asked for in place: nothing is copied unless a handler
 * wants to keep it.
 *
 * <p>An emitter's own object (a request, a statement, a measured method) implements this, so that
 * emitting allocates nothing.
 */
public interface Facts {

  /**
   * Returns one value of the metadata.
   *
   * @param key such as {@code http.route}
   */
  @Nullable Object get(String key);

  /** Returns a copy of all metadata, made only when a handler listens. */
  Metadata metadata();

  /** Returns the measurements beyond duration and times. */
  default Measurements measurements() {
    return Measurements.none();
  }

  /**
   * Returns one measurement beyond duration and times, in the unit of its event; NaN where there is
   * none.
   */
  default double measurement(String name) {
    Number value = measurements().get(name);
    return value == null ? Double.NaN : value.doubleValue();
  }
}
