package dev.telemetry.instrumentation.servlet;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * Reads the diagnostic context that an application's own SLF4J keeps for its log. Thread-safe.
 *
 * <p>What is found hangs on the application's class, so that nothing of ours keeps the application.
 */
final class Mdc extends ClassValue<@Nullable Method> {
  private static final String TYPE = "org.slf4j.MDC";

  @Override
  protected @Nullable Method computeValue(Class<?> application) {
    return getter(application.getClassLoader());
  }

  /**
   * Returns a value of this thread.
   *
   * @param application a class that sees the application's SLF4J
   * @return null where there is no such value, or no SLF4J
   */
  @Nullable String value(Class<?> application, String key) {
    Method getter = get(application);
    if (getter == null) {
      return null;
    }
    try {
      return (String) getter.invoke(null, key);
    } catch (IllegalAccessException | InvocationTargetException unable) {
      // an SLF4J without a working back end has none
      return null;
    }
  }

  private static @Nullable Method getter(@Nullable ClassLoader loader) {
    try {
      return Class.forName(TYPE, false, loader).getMethod("get", String.class);
    } catch (ReflectiveOperationException | LinkageError none) {
      return null;
    }
  }
}
