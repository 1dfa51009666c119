package example.badadvice;

import dev.telemetry.dispatch.Dispatcher;
import dev.telemetry.instrumentation.HookId;
import net.bytebuddy.asm.Advice;

/** Calls a hook that throws. */
public final class ThrowingHookAdvice {
  private ThrowingHookAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static Object onEnter(@HookId int hook, @Advice.This Object self) {
    return Dispatcher.enter(hook, self, null, null);
  }

  @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(@HookId int hook, @Advice.Thrown Throwable thrown) {
    Dispatcher.exit(hook, "token", null, thrown);
  }
}
