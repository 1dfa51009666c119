package dev.telemetry.agent.report.micrometer;

import dev.telemetry.agent.config.ConfigNode;
import dev.telemetry.agent.log.AgentLog;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterRegistryConfig;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One registry as the configuration wants it, not made yet. Immutable. */
final class RegistryPlan {
  private final Constructor<?> constructor;
  private final Map<String, String> values;

  private RegistryPlan(Constructor<?> constructor, Map<String, String> values) {
    this.constructor = constructor;
    this.values = values;
  }

  /** Reads {@code {class: ..., config: {key: value}}}; null where it is wrong. */
  static @Nullable RegistryPlan read(ConfigNode item, ClassFinder classes) {
    Map<String, String> values = item.child("config", "The registry's own keys.").textMap();
    ConfigNode type = item.child("class", "The class of the registry.");
    String name = type.text();
    item.rejectUnread();
    Constructor<?> constructor = name == null ? null : constructor(type, name, classes);
    if (name == null && !item.failed()) {
      item.error("a class");
    }
    return constructor == null || item.failed() ? null : new RegistryPlan(constructor, values);
  }

  private static @Nullable Constructor<?> constructor(
      ConfigNode type, String name, ClassFinder classes) {
    try {
      Class<?> registry = classes.find(name);
      for (Constructor<?> each : registry.getConstructors()) {
        if (MeterRegistry.class.isAssignableFrom(registry) && takesConfig(each)) {
          return each;
        }
      }
      type.expected("a Micrometer registry that is made from its config and a clock", name);
    } catch (ClassNotFoundException missing) {
      type.expected("a Micrometer registry in a jar of extensions", name);
    } catch (LinkageError broken) {
      type.problem(AgentLog.reason(broken));
    }
    return null;
  }

  private static boolean takesConfig(Constructor<?> constructor) {
    Class<?>[] types = constructor.getParameterTypes();
    return types.length == 2
        && types[0].isInterface()
        && MeterRegistryConfig.class.isAssignableFrom(types[0])
        && types[1] == Clock.class;
  }

  /** Returns the registry's simple name. */
  String name() {
    return constructor.getDeclaringClass().getSimpleName();
  }

  /**
   * Makes the registry; the threads that it starts see its own jar.
   *
   * @throws Exception what its constructor throws, such as Micrometer's for a wrong value
   */
  MeterRegistry create() throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(constructor.getDeclaringClass().getClassLoader());
    try {
      Object config = RegistryConfig.of(constructor.getParameterTypes()[0], values);
      return (MeterRegistry) constructor.newInstance(config, Clock.SYSTEM);
    } catch (InvocationTargetException own) {
      throw own.getCause() instanceof Exception ? (Exception) own.getCause() : own;
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
