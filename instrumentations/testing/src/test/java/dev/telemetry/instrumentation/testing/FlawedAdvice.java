package dev.telemetry.instrumentation.testing;

import dev.telemetry.dispatch.Dispatcher;
import dev.telemetry.instrumentation.HookId;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Advice as it should be, and as it should not. */
final class FlawedAdvice {
  private FlawedAdvice() {}

  /** As it should be. */
  public static final class Sound {
    private Sound() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    public static @Nullable Object onEnter(@HookId int hook) {
      return Dispatcher.enter(hook, null, null, null);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    public static void onExit(
        @HookId int hook,
        @Advice.Enter @Nullable Object token,
        @Advice.Thrown @Nullable Throwable thrown) {
      Dispatcher.exit(hook, token, null, thrown);
    }
  }

  /** Changes what the method returns. */
  public static final class Meddling {
    private Meddling() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    public static @Nullable Object onEnter(@HookId int hook) {
      return Dispatcher.enter(hook, null, null, null);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    @SuppressWarnings({"ParameterReassigned", "UnusedVariable"}) // how advice sets a result
    public static void onExit(
        @HookId int hook,
        @Advice.Enter @Nullable Object token,
        @Advice.Return(readOnly = false) int result,
        @Advice.Thrown @Nullable Throwable thrown) {
      result = result + 1;
      Dispatcher.exit(hook, token, null, thrown);
    }
  }

  /** Lets through what it throws. */
  public static final class Exposed {
    private Exposed() {}

    @Advice.OnMethodEnter
    public static @Nullable Object onEnter(@HookId int hook) {
      return Dispatcher.enter(hook, null, null, null);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    public static void onExit(
        @HookId int hook,
        @Advice.Enter @Nullable Object token,
        @Advice.Thrown @Nullable Throwable thrown) {
      Dispatcher.exit(hook, token, null, thrown);
    }
  }
}
