package dev.telemetry.agent.metrics;

import org.jspecify.annotations.Nullable;

/**
 * Decides on one value of the metadata by its text.
 *
 * <p>Thread-safe, fast, and equal to another test that decides alike, so that a metric can be seen
 * to be unchanged.
 */
@FunctionalInterface
public interface ValueTest {

  /**
   * Tells whether the value passes.
   *
   * @param value its text; null where the event has none, or an empty one
   */
  boolean test(@Nullable String value);

  /** A test that one of these exact texts passes. */
  static ValueTest oneOf(String... values) {
    return new OneOf(values);
  }
}
