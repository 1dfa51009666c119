package dev.telemetry.weaving;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Another agent: retransforms a class, changes nothing and keeps the bytes it was shown. */
final class BytesOf implements ClassFileTransformer {
  private final Class<?> type;
  private byte @Nullable [] seen;

  BytesOf(Class<?> type) {
    this.type = type;
  }

  byte[] read(Instrumentation jvm) throws Exception {
    jvm.addTransformer(this, true);
    try {
      jvm.retransformClasses(type);
    } finally {
      jvm.removeTransformer(this);
    }
    return Objects.requireNonNull(seen);
  }

  @Override
  public byte @Nullable [] transform(
      ClassLoader loader,
      String name,
      Class<?> redefined,
      ProtectionDomain domain,
      byte[] classFile) {
    if (redefined == type) {
      seen = classFile;
    }
    return null;
  }
}
