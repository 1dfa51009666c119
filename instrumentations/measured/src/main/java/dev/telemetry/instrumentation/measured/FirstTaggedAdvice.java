package dev.telemetry.instrumentation.measured;

import dev.telemetry.dispatch.Dispatcher;
import dev.telemetry.instrumentation.HookId;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/** Woven into measured methods whose tags are among the first arguments; makes no array of them. */
public final class FirstTaggedAdvice {
  private FirstTaggedAdvice() {}

  /** The method is entered; an argument that it has not is null. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @HookId int hook,
      @Advice.Argument(value = 0, optional = true, typing = Assigner.Typing.DYNAMIC)
          @Nullable Object argument0,
      @Advice.Argument(value = 1, optional = true, typing = Assigner.Typing.DYNAMIC)
          @Nullable Object argument1,
      @Advice.Argument(value = 2, optional = true, typing = Assigner.Typing.DYNAMIC)
          @Nullable Object argument2) {
    return Dispatcher.enter(hook, argument0, argument1, argument2);
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
