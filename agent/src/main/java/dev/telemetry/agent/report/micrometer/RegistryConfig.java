package dev.telemetry.agent.report.micrometer;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A registry's configuration interface over keys and values: {@code get("statsd.port")} is the
 * value of {@code port}; all other methods are the interface's own. Thread-safe.
 */
final class RegistryConfig implements InvocationHandler {
  private static final int ALL_MODES =
      Modifier.PUBLIC | Modifier.PRIVATE | Modifier.PROTECTED | Modifier.STATIC;

  private final Map<String, String> values;

  private RegistryConfig(Map<String, String> values) {
    this.values = values;
  }

  /** Makes an object of the interface. */
  static Object of(Class<?> type, Map<String, String> values) {
    RegistryConfig config = new RegistryConfig(values);
    return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, config);
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    if (method.getDeclaringClass() == Object.class) {
      return method.invoke(this, arguments);
    }
    if (method.isDefault()) {
      Object[] all = arguments == null ? new Object[0] : arguments;
      return own(method).bindTo(proxy).invokeWithArguments(all);
    }
    return arguments == null ? null : value(String.valueOf(arguments[0]));
  }

  /** Micrometer puts the registry's prefix in front of each key. */
  private @Nullable String value(String key) {
    return values.get(key.substring(key.indexOf('.') + 1));
  }

  private static MethodHandle own(Method method) throws ReflectiveOperationException {
    Class<?> owner = method.getDeclaringClass();
    return lookup(owner).unreflectSpecial(method, owner);
  }

  /** From Java 9 on there is a method for it, which cannot be named here. */
  private static MethodHandles.Lookup lookup(Class<?> owner) throws ReflectiveOperationException {
    try {
      return (MethodHandles.Lookup)
          MethodHandles.class
              .getMethod("privateLookupIn", Class.class, MethodHandles.Lookup.class)
              .invoke(null, owner, MethodHandles.lookup());
    } catch (NoSuchMethodException java8) {
      Constructor<MethodHandles.Lookup> any =
          MethodHandles.Lookup.class.getDeclaredConstructor(Class.class, int.class);
      any.setAccessible(true);
      return any.newInstance(owner, ALL_MODES);
    }
  }
}
