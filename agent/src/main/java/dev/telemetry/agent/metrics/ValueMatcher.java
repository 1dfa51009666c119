package dev.telemetry.agent.metrics;

import dev.telemetry.bus.Facts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides on one value of an event: one rule of {@code keep}, {@code drop}, {@code tag-values} or
 * {@code buckets}. Immutable, allocates nothing.
 */
abstract class ValueMatcher extends Rule {
  private final boolean numeric;

  /**
   * Takes what decides on equality.
   *
   * @param numeric whether the value of a number matters rather than its text
   */
  ValueMatcher(List<?> parts, boolean numeric) {
    super(parts);
    this.numeric = numeric;
  }

  /** Tells whether a text passes; null where the event has none, or an empty one. */
  abstract boolean testText(@Nullable String text);

  /** Tells whether a finite number passes. */
  abstract boolean testNumber(double number);

  /** Tells whether it asks for the value of a number rather than for its text. */
  final boolean isNumeric() {
    return numeric;
  }

  /** Tests the value that an event has under a key. */
  final boolean test(FactKey key, long nanos, Facts facts, @Nullable Throwable error) {
    Object value = key.value(facts, error);
    if (value == null) {
      double measured = key.measurement(facts, nanos);
      return Double.isNaN(measured) ? testText(null) : testNumber(measured);
    }
    if (numeric && value instanceof Number) {
      return testNumber(((Number) value).doubleValue());
    }
    return testText(key.text(value));
  }
}
