package dev.telemetry.weaving.boot;

import java.lang.instrument.Instrumentation;
import java.util.Collections;

/** Java 9 and later: the module {@code java.base}, whose own packages the agent needs. */
final class JavaBase {
  private static final Module MODULE = Object.class.getModule();

  private JavaBase() {}

  /** Opens the way to a package for the agent's module, and for no other. */
  static void export(String name, Instrumentation jvm) {
    jvm.redefineModule(
        MODULE,
        Collections.emptySet(),
        Collections.singletonMap(name, Collections.singleton(JavaBase.class.getModule())),
        Collections.emptyMap(),
        Collections.emptySet(),
        Collections.emptyMap());
  }

  static boolean has(String name) {
    return MODULE.getPackages().contains(name);
  }
}
