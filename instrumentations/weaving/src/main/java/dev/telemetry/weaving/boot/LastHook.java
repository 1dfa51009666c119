package dev.telemetry.weaving.boot;

import java.lang.instrument.Instrumentation;

/**
 * Runs work at the end of the JVM when all of the application's shutdown hooks have ended: {@link
 * Runtime#addShutdownHook} runs them all at once, so that a server that completes its last requests
 * in its own hook would be ahead of nobody.
 *
 * <p>The JDK has ten places for hooks of its own, run one after the other ({@code
 * java.lang.Shutdown}); the application's are the second, the last is free on every version.
 */
public class LastHook {
  private static final int LAST_PLACE = 9;

  private final String internals;

  /**
   * For the variants.
   *
   * @param internals the package of the JDK's shared secrets
   */
  protected LastHook(String internals) {
    this.internals = internals;
  }

  /**
   * Returns the variant for this JVM.
   *
   * @throws ReflectiveOperationException where the JVM does not offer what it needs
   */
  public static LastHook of(Instrumentation jvm) throws ReflectiveOperationException {
    if (System.getProperty("java.specification.version", "").startsWith("1.")) {
      return new LastHook("sun.misc");
    }
    // Compiled for Java 9 and therefore never named by a class for 8.
    return Class.forName("dev.telemetry.weaving.boot.InternalLastHook")
        .asSubclass(LastHook.class)
        .getConstructor(Instrumentation.class)
        .newInstance(jvm);
  }

  /**
   * Registers the work; to be called once, by the application's shutdown hooks at the latest.
   *
   * @throws ReflectiveOperationException where the JVM refuses: the place is taken, or those have
   *     ended
   */
  public final void register(Runnable work) throws ReflectiveOperationException {
    Object access =
        Class.forName(internals + ".SharedSecrets").getMethod("getJavaLangAccess").invoke(null);
    Class.forName(internals + ".JavaLangAccess")
        .getMethod("registerShutdownHook", int.class, boolean.class, Runnable.class)
        .invoke(access, LAST_PLACE, true, work);
  }
}
