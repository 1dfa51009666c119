package dev.telemetry.instrumentation.micrometer;

import dev.telemetry.dispatch.Dispatcher;
import dev.telemetry.instrumentation.HookId;
import net.bytebuddy.asm.Advice;

/** Hands over a registry at the begin of one of its methods; woven, never called. */
public final class MeterAdvice {
  private MeterAdvice() {}

  /** Before the method. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void enter(@HookId int hook, @Advice.This Object registry) {
    Dispatcher.enter(hook, registry, null, null);
  }
}
