package dev.telemetry.agent.runtime;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A JVM that has loaded what a test gives it, and shows the agent classes one by one. */
final class FakeJvm {
  final List<Class<?>> loaded = new ArrayList<>();
  private final List<ClassFileTransformer> transformers = new ArrayList<>();

  Instrumentation instrumentation() {
    return (Instrumentation)
        Proxy.newProxyInstance(
            FakeJvm.class.getClassLoader(),
            new Class<?>[] {Instrumentation.class},
            (proxy, method, arguments) -> answer(method.getName(), arguments));
  }

  private @Nullable Object answer(String method, Object @Nullable [] arguments) {
    if (arguments == null) {
      return loaded.toArray(new Class<?>[0]);
    }
    if (method.equals("addTransformer")) {
      return transformers.add((ClassFileTransformer) arguments[0]);
    }
    throw new UnsupportedOperationException(method);
  }

  /** Shows a class as the JVM does when it is loaded; returns whether it was changed. */
  boolean load(ClassLoader loader, String name, byte[] classFile) throws Exception {
    return transformers.get(0).transform(loader, name.replace('.', '/'), null, null, classFile)
        != null;
  }
}
