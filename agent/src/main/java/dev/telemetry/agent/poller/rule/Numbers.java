package dev.telemetry.agent.poller.rule;

import java.lang.reflect.Array;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells which number a value stands for. */
final class Numbers {
  private Numbers() {}

  /**
   * Returns a number as it is, one or zero for true and false, the size of what has one; null for
   * all else and for what is no number at all.
   */
  static @Nullable Number of(@Nullable Object value) {
    if (value instanceof Number) {
      return finite((Number) value);
    }
    return value instanceof Boolean ? Integer.valueOf((Boolean) value ? 1 : 0) : size(value);
  }

  private static @Nullable Number finite(Number number) {
    double value = number.doubleValue();
    return Double.isNaN(value) || Double.isInfinite(value) ? null : number;
  }

  private static @Nullable Number size(@Nullable Object value) {
    if (value instanceof Collection) {
      return ((Collection<?>) value).size();
    }
    if (value instanceof Map) {
      return ((Map<?, ?>) value).size();
    }
    return value != null && value.getClass().isArray()
        ? Integer.valueOf(Array.getLength(value))
        : null;
  }
}
