package dev.telemetry.weaving.boot;

import java.lang.instrument.Instrumentation;

/** Java 9 and later: the package is {@code jdk.internal.misc}, from 12 on another one. */
public final class InternalLastHook extends LastHook {
  private static final String FROM_12 = "jdk.internal.access";
  private static final String BEFORE = "jdk.internal.misc";

  /**
   * Opens the way.
   *
   * @param jvm the agent's handle
   */
  public InternalLastHook(Instrumentation jvm) {
    super(JavaBase.has(FROM_12) ? FROM_12 : BEFORE);
    JavaBase.export(JavaBase.has(FROM_12) ? FROM_12 : BEFORE, jvm);
  }
}
