package dev.telemetry.weaving.boot;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;

/** Defines classes in the boot loader, on Java 8 and on 9 and later. */
public abstract class BootLoader {

  /** For the variants. */
  protected BootLoader() {}

  /**
   * Returns the variant for this JVM.
   *
   * @throws ReflectiveOperationException where the JVM does not offer what it needs
   */
  public static BootLoader of(Instrumentation jvm) throws ReflectiveOperationException {
    if (System.getProperty("java.specification.version", "").startsWith("1.")) {
      return new SunMiscUnsafe();
    }
    // Compiled for Java 9 and therefore never named by a class for 8.
    return Class.forName("dev.telemetry.weaving.boot.InternalUnsafe")
        .asSubclass(BootLoader.class)
        .getConstructor(Instrumentation.class)
        .newInstance(jvm);
  }

  /**
   * Defines one class.
   *
   * @param name with slashes
   * @throws ReflectiveOperationException where the JVM refuses
   */
  public abstract Class<?> define(String name, byte[] classFile)
      throws ReflectiveOperationException;

  /** Java 8: its {@code sun.misc.Unsafe} still defines classes; later ones have no such method. */
  private static final class SunMiscUnsafe extends BootLoader {
    @Override
    public Class<?> define(String name, byte[] classFile) throws ReflectiveOperationException {
      Class<?> type = Class.forName("sun.misc.Unsafe");
      Field unsafe = type.getDeclaredField("theUnsafe");
      unsafe.setAccessible(true);
      Method define =
          type.getMethod(
              "defineClass",
              String.class,
              byte[].class,
              int.class,
              int.class,
              ClassLoader.class,
              java.security.ProtectionDomain.class);
      return (Class<?>)
          define.invoke(unsafe.get(null), name, classFile, 0, classFile.length, null, null);
    }
  }
}
