package dev.telemetry.agent.handler;

import dev.telemetry.Handler;
import dev.telemetry.agent.config.ConfigNode;
import dev.telemetry.agent.extension.Extensions;
import dev.telemetry.agent.log.AgentLog;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes the handlers: one of each class, kept for the life of the JVM, so that what it knows
 * outlives a change of the configuration. Thread-safe.
 */
public final class HandlerClasses {
  private final Extensions extensions;
  private final Map<String, Handler> made = new HashMap<>();

  /** Takes the jars in which classes are looked for. */
  public HandlerClasses(Extensions extensions) {
    this.extensions = extensions;
  }

  /** Returns the handler of the class that a place names; null where that is an error there. */
  synchronized @Nullable Handler get(ConfigNode type, String name) {
    Handler known = made.get(name);
    if (known == null) {
      known = make(type, name);
      if (known != null) {
        made.put(name, known);
      }
    }
    return known;
  }

  private @Nullable Handler make(ConfigNode type, String name) {
    try {
      Class<?> found = extensions.find(name);
      if (Handler.class.isAssignableFrom(found)) {
        return make(found);
      }
      type.expected("a class that implements " + Handler.class.getName(), name);
    } catch (ClassNotFoundException missing) {
      type.expected("a class in a jar of extensions", name);
    } catch (NoSuchMethodException hidden) {
      type.expected("a class with a public constructor without parameters", name);
    } catch (Throwable failure) {
      type.problem(name + ": " + AgentLog.reason(cause(failure)));
    }
    return null;
  }

  /** The threads that it starts see its own jar. */
  private static Handler make(Class<?> found) throws Throwable {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(found.getClassLoader());
    try {
      return Extensions.create(found, Handler.class);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** What a static initialiser throws is said by its cause alone. */
  private static Throwable cause(Throwable failure) {
    Throwable cause = failure.getCause();
    return failure instanceof ExceptionInInitializerError && cause != null ? cause : failure;
  }
}
