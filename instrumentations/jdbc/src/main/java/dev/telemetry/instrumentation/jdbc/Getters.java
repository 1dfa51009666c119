package dev.telemetry.instrumentation.jdbc;

import org.jspecify.annotations.Nullable;

/**
 * Reads what a library tells by public getters, by their names: so that any version of it will do,
 * and what one does not have is only missing. Holds nothing of the library.
 */
final class Getters {
  private Getters() {}

  /**
   * Calls one getter after another.
   *
   * @param path such as {@code getPool.getIdle}; empty for the object itself
   * @return null where there is no such getter, or it throws
   */
  static @Nullable Object read(Object object, String path) {
    Object value = object;
    try {
      for (String getter : path.split("\\.", -1)) {
        if (value == null || getter.isEmpty()) {
          return value;
        }
        value = value.getClass().getMethod(getter).invoke(value);
      }
      return value;
    } catch (Throwable otherVersion) {
      return null;
    }
  }

  /** Returns a number that is not negative; -1 without one. */
  static long number(Object object, String path) {
    Object value = read(object, path);
    return value instanceof Number ? Math.max(-1, ((Number) value).longValue()) : -1;
  }
}
