package dev.telemetry.instrumentation.jdbc;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a library tells by getters, by their names: so that any version of it will do, and
 * what one does not have is only missing. One that is not public, as {@code getConnectionPool}
 * before DBCP 2.10, is read where the library is in no module that forbids it. Holds nothing of the
 * library.
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
        value = getter(value.getClass(), getter).invoke(value);
      }
      return value;
    } catch (Throwable otherVersion) {
      return null;
    }
  }

  private static Method getter(Class<?> type, String name) throws NoSuchMethodException {
    try {
      return type.getMethod(name);
    } catch (NoSuchMethodException notPublic) {
      return hidden(type, name);
    }
  }

  private static Method hidden(Class<?> type, String name) throws NoSuchMethodException {
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      for (Method method : each.getDeclaredMethods()) {
        if (method.getName().equals(name) && method.getParameterCount() == 0) {
          method.setAccessible(true);
          return method;
        }
      }
    }
    throw new NoSuchMethodException(name);
  }

  /** Returns a number that is not negative; -1 without one. */
  static long number(Object object, String path) {
    Object value = read(object, path);
    return value instanceof Number ? Math.max(-1, ((Number) value).longValue()) : -1;
  }
}
