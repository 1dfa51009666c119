package dev.telemetry.instrumentation.measured;

import dev.telemetry.dispatch.Dispatcher;
import dev.telemetry.instrumentation.HookId;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Woven into measured methods without tags; allocates nothing. */
public final class PlainAdvice {
  private PlainAdvice() {}

  /** The method is entered. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static long onEnter(@HookId int hook) {
    return Dispatcher.begin(hook);
  }

  /** The method is left. */
  @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @HookId int hook, @Advice.Enter long start, @Advice.Thrown @Nullable Throwable thrown) {
    Dispatcher.end(hook, start, thrown);
  }
}
