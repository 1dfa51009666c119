package dev.telemetry.agent.poller.rule;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/** Reads static members, whatever their visibility. */
final class StaticMember {
  private StaticMember() {}

  /**
   * Calls a method.
   *
   * @throws ReflectiveOperationException where there is none such, or what it threw
   */
  static @Nullable Object call(Class<?> declaring, String name)
      throws ReflectiveOperationException {
    Method method = declaring.getDeclaredMethod(name);
    requireStatic(method.getModifiers(), declaring, name);
    method.setAccessible(true);
    try {
      return method.invoke(null);
    } catch (InvocationTargetException thrown) {
      Throwable cause = thrown.getCause();
      throw cause instanceof ReflectiveOperationException
          ? (ReflectiveOperationException) cause
          : new ReflectiveOperationException(name + " has thrown " + cause, cause);
    }
  }

  /**
   * Reads a field.
   *
   * @throws ReflectiveOperationException where there is none such
   */
  static @Nullable Object read(Class<?> declaring, String name)
      throws ReflectiveOperationException {
    Field field = declaring.getDeclaredField(name);
    requireStatic(field.getModifiers(), declaring, name);
    field.setAccessible(true);
    return field.get(null);
  }

  private static void requireStatic(int modifiers, Class<?> declaring, String name)
      throws NoSuchFieldException {
    if (!Modifier.isStatic(modifiers)) {
      throw new NoSuchFieldException(
          declaring.getName() + "." + name + " is not static; only static members can be polled");
    }
  }
}
