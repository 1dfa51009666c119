package dev.telemetry.instrumentation.measured;

import dev.telemetry.dispatch.Dispatcher;
import dev.telemetry.instrumentation.HookId;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Woven into methods that open or close a span and of which no argument matters. */
public final class KeylessAdvice {
  private KeylessAdvice() {}

  /** The method is entered. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static @Nullable Object onEnter(@HookId int hook) {
    return Dispatcher.enter(hook, null, null, null);
  }

  /** The method is left. */
  @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(
      @HookId int hook,
      @Advice.Enter @Nullable Object call,
      @Advice.Thrown @Nullable Throwable thrown) {
    Dispatcher.exit(hook, call, null, thrown);
  }
}
