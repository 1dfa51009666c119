package dev.telemetry.benchmarks.limits;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;

/** Is shown every class and changes none: the least that an agent which weaves can take. */
public final class NullTransformerAgent {
  private NullTransformerAgent() {}

  /** Called by the JVM. */
  public static void premain(String arguments, Instrumentation instrumentation) {
    instrumentation.addTransformer(new Nothing());
  }

  private static final class Nothing implements ClassFileTransformer {
    @Override
    public byte[] transform(
        ClassLoader loader, String name, Class<?> type, ProtectionDomain domain, byte[] bytes) {
      return null;
    }
  }
}
