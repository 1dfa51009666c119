package dev.telemetry.instrumentation.executor;

import dev.telemetry.dispatch.Dispatcher;
import dev.telemetry.instrumentation.HookId;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/** The code that is woven into pools and their workers: it hands over and knows nothing. */
public final class ExecutorAdvice {
  private ExecutorAdvice() {}

  /** Before a method. */
  public static final class Before {
    private Before() {}

    /** Hands over the object and the first argument, where there is one. */
    @Advice.OnMethodEnter(suppress = Throwable.class)
    public static void enter(
        @HookId int hook,
        @Advice.This Object self,
        @Advice.Argument(value = 0, optional = true, typing = Assigner.Typing.DYNAMIC)
            @Nullable Object argument) {
      Dispatcher.enter(hook, self, argument, null);
    }
  }

  /** Around a method. */
  public static final class Around {
    private Around() {}

    /** Hands over the object and the first argument, where there is one. */
    @Advice.OnMethodEnter(suppress = Throwable.class)
    public static @Nullable Object enter(
        @HookId int hook,
        @Advice.This Object self,
        @Advice.Argument(value = 0, optional = true, typing = Assigner.Typing.DYNAMIC)
            @Nullable Object argument) {
      return Dispatcher.enter(hook, self, argument, null);
    }

    /** Hands over the result, boxed only where somebody wants it, or what was thrown. */
    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    public static void exit(
        @HookId int hook,
        @Advice.Enter @Nullable Object token,
        @Advice.Return(typing = Assigner.Typing.DYNAMIC) @Nullable Object result,
        @Advice.Thrown @Nullable Throwable thrown) {
      if (token != null) {
        Dispatcher.exit(hook, token, result, thrown);
      }
    }
  }
}
