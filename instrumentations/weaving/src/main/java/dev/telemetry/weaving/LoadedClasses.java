package dev.telemetry.weaving;

import java.lang.instrument.Instrumentation;
import org.jspecify.annotations.Nullable;

/** What a JVM has loaded, also while it ends. */
public final class LoadedClasses {
  private static final Class<?>[] NONE = {};

  private LoadedClasses() {}

  /**
   * Returns the classes that are loaded now, by whichever loader.
   *
   * @return none once the JVM ends: it tells them in its live phase only (JVM TI, {@code
   *     GetLoadedClasses}), and the JDK's answer is {@code null} then
   */
  public static Class<?>[] of(Instrumentation jvm) {
    Class<?>[] loaded = loaded(jvm);
    return loaded == null ? NONE : loaded;
  }

  /** Tells whether a JVM no longer takes orders. */
  static boolean hasEnded(Instrumentation jvm) {
    return loaded(jvm) == null;
  }

  private static Class<?> @Nullable [] loaded(Instrumentation jvm) {
    return jvm.getAllLoadedClasses();
  }
}
