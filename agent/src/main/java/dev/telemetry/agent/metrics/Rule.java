package dev.telemetry.agent.metrics;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a metric that is equal to another of its class with equal parts: so a reload can see
 * that nothing has changed.
 */
abstract class Rule {
  private final List<?> parts;

  /**
   * Takes what decides on equality.
   *
   * @param parts immutable, with {@code equals} of their own
   */
  Rule(List<?> parts) {
    this.parts = Arrays.asList(getClass(), parts);
  }

  @Override
  public final boolean equals(@Nullable Object other) {
    return other instanceof Rule && ((Rule) other).parts.equals(parts);
  }

  @Override
  public final int hashCode() {
    return parts.hashCode();
  }

  @Override
  public String toString() {
    return getClass().getSimpleName() + parts.get(1);
  }
}
