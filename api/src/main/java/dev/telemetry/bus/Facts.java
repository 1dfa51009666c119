package dev.telemetry.bus;

import dev.telemetry.Measurements;
import dev.telemetry.Metadata;
import java.util.Map;
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

  /**
   * Returns a copy of all metadata, made only when a handler listens.
   *
   * <p>The facts of a span that may end on another thread than it began on have a {@link
   * dev.telemetry.TelemetryEvents#SPAN_CONTEXT} of their own in it, the same at both ends. Others
   * need none: handlers are given one that is made of the start's time and the thread's id, because
   * there is no object that both ends share.
   */
  Metadata metadata();

  /** Returns a copy of the measurements beyond duration and times; not asked at a span's start. */
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

  /** Returns facts made of views that exist already. */
  static Facts of(Measurements measurements, Metadata metadata) {
    return new Facts() {
      @Override
      public @Nullable Object get(String key) {
        return metadata.get(key);
      }

      @Override
      public Metadata metadata() {
        return metadata;
      }

      @Override
      public Measurements measurements() {
        return measurements;
      }
    };
  }

  /**
   * Returns facts that read an emitter's own maps in place; null values are none.
   *
   * @param measurements not changed while the event is emitted
   * @param metadata not changed while the event is emitted
   */
  static Facts of(
      Map<String, ? extends @Nullable Number> measurements,
      Map<String, ? extends @Nullable Object> metadata) {
    return new LentFacts(measurements, metadata);
  }
}
