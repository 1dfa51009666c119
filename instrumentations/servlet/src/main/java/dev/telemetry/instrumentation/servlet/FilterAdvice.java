package dev.telemetry.instrumentation.servlet;

import dev.telemetry.dispatch.Dispatcher;
import dev.telemetry.instrumentation.HookId;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Tells when a filter is entered and left; woven, never called. */
public final class FilterAdvice {
  private FilterAdvice() {}

  /** Before the filter; no object in its place, because only a servlet has a route. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static @Nullable Object enter(
      @HookId int hook, @Advice.Argument(0) Object request, @Advice.Argument(1) Object response) {
    return Dispatcher.enter(hook, null, request, response);
  }

  /** Behind the filter, however it is left. */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(
      @HookId int hook,
      @Advice.Enter @Nullable Object token,
      @Advice.Thrown @Nullable Throwable thrown) {
    if (token != null) {
      Dispatcher.exit(hook, token, null, thrown);
    }
  }
}
