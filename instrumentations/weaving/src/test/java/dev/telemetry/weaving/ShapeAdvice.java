package dev.telemetry.weaving;

import dev.telemetry.dispatch.Dispatcher;
import dev.telemetry.instrumentation.HookId;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/** Advice of the shapes that instrumentations use. */
final class ShapeAdvice {
  private ShapeAdvice() {}

  /** As a measured method without tags. */
  public static final class Timed {
    private Timed() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    public static long onEnter(@HookId int hook) {
      return Dispatcher.begin(hook);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    public static void onExit(
        @HookId int hook, @Advice.Enter long start, @Advice.Thrown @Nullable Throwable thrown) {
      Dispatcher.end(hook, start, thrown);
    }
  }

  /** As a measured method with tags. */
  public static final class Arguments {
    private Arguments() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    public static @Nullable Object onEnter(
        @HookId int hook, @Advice.AllArguments Object[] arguments) {
      return Dispatcher.enter(hook, null, arguments, null);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    public static void onExit(
        @HookId int hook,
        @Advice.Enter @Nullable Object token,
        @Advice.Thrown @Nullable Throwable thrown) {
      Dispatcher.exit(hook, token, null, thrown);
    }
  }

  /** As a statement: the object, and the result boxed where somebody wants it. */
  public static final class Result {
    private Result() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    public static @Nullable Object onEnter(
        @HookId int hook, @Advice.This(optional = true) @Nullable Object self) {
      return Dispatcher.enter(hook, self, null, null);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    public static void onExit(
        @HookId int hook,
        @Advice.Enter @Nullable Object token,
        @Advice.Return(typing = Assigner.Typing.DYNAMIC) @Nullable Object result,
        @Advice.Thrown @Nullable Throwable thrown) {
      if (token != null) {
        Dispatcher.exit(hook, token, result, thrown);
      }
    }
  }

  /** As the collection of a batch: nothing at the end. */
  public static final class Before {
    private Before() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    public static void onEnter(
        @HookId int hook, @Advice.This(optional = true) @Nullable Object self) {
      Dispatcher.enter(hook, self, null, null);
    }
  }

  /** As a method of which the second argument is a text. */
  public static final class SecondText {
    private SecondText() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    public static void onEnter(@HookId int hook, @Advice.Argument(1) String second) {
      Dispatcher.enter(hook, null, second, null);
    }
  }
}
