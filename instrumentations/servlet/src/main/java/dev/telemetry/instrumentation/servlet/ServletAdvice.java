package dev.telemetry.instrumentation.servlet;

import dev.telemetry.dispatch.Dispatcher;
import dev.telemetry.instrumentation.HookId;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Tells when a servlet is entered and left; woven, never called. */
public final class ServletAdvice {
  private ServletAdvice() {}

  /** Before the servlet. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static @Nullable Object enter(
      @HookId int hook,
      @Advice.This Object servlet,
      @Advice.Argument(0) Object request,
      @Advice.Argument(1) Object response) {
    return Dispatcher.enter(hook, servlet, request, response);
  }

  /** Behind the servlet, however it is left. */
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
