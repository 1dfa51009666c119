package dev.telemetry.weaving;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A JVM that has the classes and the refusals that a test gives it. */
final class FakeJvm {
  final List<ClassFileTransformer> transformers = new ArrayList<>();
  final List<Class<?>> loaded = new ArrayList<>();
  final List<Class<?>> retransformed = new ArrayList<>();
  final Set<Class<?>> unmodifiable = new HashSet<>();
  final Set<Class<?>> refused = new HashSet<>();
  boolean endsWithTheNextChange;
  private boolean ended;

  /** From here on it answers as one does that is about to exit. */
  void end() {
    ended = true;
  }

  Instrumentation instrumentation() {
    return (Instrumentation)
        Proxy.newProxyInstance(
            FakeJvm.class.getClassLoader(),
            new Class<?>[] {Instrumentation.class},
            (proxy, method, arguments) ->
                arguments == null
                    ? ended ? null : loaded.toArray(new Class<?>[0])
                    : answer(method.getName(), arguments[0]));
  }

  private @Nullable Object answer(String method, Object argument) throws Exception {
    return switch (method) {
      case "addTransformer" -> transformers.add((ClassFileTransformer) argument);
      case "removeTransformer" -> transformers.remove(argument);
      case "isModifiableClass" -> !unmodifiable.contains(argument);
      case "retransformClasses" -> {
        retransform((Class<?>[]) argument);
        yield null;
      }
      default -> throw new UnsupportedOperationException(method);
    };
  }

  /** All or nothing, as HotSpot does it. */
  private void retransform(Class<?>... types) throws Exception {
    ended |= endsWithTheNextChange;
    if (ended || Arrays.stream(types).anyMatch(refused::contains)) {
      throw new InternalError("class redefinition failed: invalid class");
    }
    for (Class<?> type : types) {
      retransformed.add(type);
      transform(type.getClassLoader(), type, GivenClasses.classFile(type));
    }
  }

  byte @Nullable [] transform(ClassLoader loader, Class<?> type, byte[] classFile)
      throws Exception {
    return transform(loader, type.getName().replace('.', '/'), type, classFile);
  }

  byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String name,
      @Nullable Class<?> redefined,
      byte[] classFile)
      throws Exception {
    return transformers.isEmpty()
        ? null
        : transformers.get(0).transform(loader, name, redefined, null, classFile);
  }
}
