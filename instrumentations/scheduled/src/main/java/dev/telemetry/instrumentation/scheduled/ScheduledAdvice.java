package dev.telemetry.instrumentation.scheduled;

import dev.telemetry.dispatch.Dispatcher;
import dev.telemetry.instrumentation.HookId;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Woven into what calls a scheduled method. */
public final class ScheduledAdvice {
  private ScheduledAdvice() {}

  /** The method is about to be called. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static @Nullable Object enter(@HookId int hook, @Advice.This Object self) {
    return Dispatcher.enter(hook, self, null, null);
  }

  /** It has returned, or thrown. */
  @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
  public static void exit(
      @HookId int hook,
      @Advice.Enter @Nullable Object token,
      @Advice.Thrown @Nullable Throwable thrown) {
    Dispatcher.exit(hook, token, null, thrown);
  }
}
