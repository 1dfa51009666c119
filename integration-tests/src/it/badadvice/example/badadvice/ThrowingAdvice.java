package example.badadvice;

import dev.telemetry.instrumentation.HookId;
import net.bytebuddy.asm.Advice;

/** Throws before and after the method. */
public final class ThrowingAdvice {
  private ThrowingAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static void onEnter(@HookId int hook) {
    throw new IllegalStateException("the advice's own fault");
  }

  @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
  public static void onExit(@HookId int hook) {
    throw new IllegalStateException("the advice's own fault");
  }
}
