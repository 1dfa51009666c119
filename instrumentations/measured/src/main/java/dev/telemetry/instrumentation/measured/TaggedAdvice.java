package dev.telemetry.instrumentation.measured;

import dev.telemetry.dispatch.Dispatcher;
import dev.telemetry.instrumentation.HookId;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Woven into measured methods of which arguments are tags. */
public final class TaggedAdvice {
  private TaggedAdvice() {}

  /** The method is entered. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static @Nullable Object onEnter(
      @HookId int hook, @Advice.AllArguments Object[] arguments) {
    return Dispatcher.enter(hook, null, arguments, null);
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
