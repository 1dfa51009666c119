package dev.telemetry.instrumentation;

import dev.telemetry.dispatch.Dispatcher;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/**
 * What is woven where a hook wants the object, arguments and the result as they are: it hands over
 * and knows nothing. Never called and never loaded; see {@link Shape}.
 */
public final class HandOverAdvice {
  private HandOverAdvice() {}

  /** Around a method of which no argument matters. */
  public static final class Around {
    private Around() {}

    /** Hands over the object. */
    @Advice.OnMethodEnter(suppress = Throwable.class)
    public static @Nullable Object enter(@HookId int hook, @Advice.This Object self) {
      return Dispatcher.enter(hook, self, null, null);
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

  /** Around a method whose first argument matters. */
  public static final class AroundFirst {
    private AroundFirst() {}

    /** Hands over the object and the argument. */
    @Advice.OnMethodEnter(suppress = Throwable.class)
    public static @Nullable Object enter(
        @HookId int hook, @Advice.This Object self, @Advice.Argument(0) @Nullable Object first) {
      return Dispatcher.enter(hook, self, first, null);
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

  /** Around a method whose first two arguments matter. */
  public static final class AroundSecond {
    private AroundSecond() {}

    /** Hands over the object and both arguments. */
    @Advice.OnMethodEnter(suppress = Throwable.class)
    public static @Nullable Object enter(
        @HookId int hook,
        @Advice.This Object self,
        @Advice.Argument(0) @Nullable Object first,
        @Advice.Argument(1) @Nullable Object second) {
      return Dispatcher.enter(hook, self, first, second);
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

  /** Around any method, of which neither the object nor arguments nor the result matter. */
  public static final class AroundBare {
    private AroundBare() {}

    /** Tells that it is entered. */
    @Advice.OnMethodEnter(suppress = Throwable.class)
    public static @Nullable Object enter(@HookId int hook) {
      return Dispatcher.enter(hook, null, null, null);
    }

    /** Hands over what was thrown. */
    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    public static void exit(
        @HookId int hook,
        @Advice.Enter @Nullable Object token,
        @Advice.Thrown @Nullable Throwable thrown) {
      if (token != null) {
        Dispatcher.exit(hook, token, null, thrown);
      }
    }
  }

  /** Before a method of which no argument matters. */
  public static final class Before {
    private Before() {}

    /** Hands over the object. */
    @Advice.OnMethodEnter(suppress = Throwable.class)
    public static void enter(@HookId int hook, @Advice.This Object self) {
      Dispatcher.enter(hook, self, null, null);
    }
  }

  /** Before a method whose first argument matters. */
  public static final class BeforeFirst {
    private BeforeFirst() {}

    /** Hands over the object and the argument. */
    @Advice.OnMethodEnter(suppress = Throwable.class)
    public static void enter(
        @HookId int hook, @Advice.This Object self, @Advice.Argument(0) @Nullable Object first) {
      Dispatcher.enter(hook, self, first, null);
    }
  }

  /** Before a method whose first two arguments matter, and not its object. */
  public static final class BeforeSecond {
    private BeforeSecond() {}

    /** Hands over both arguments. */
    @Advice.OnMethodEnter(suppress = Throwable.class)
    public static void enter(
        @HookId int hook,
        @Advice.Argument(0) @Nullable Object first,
        @Advice.Argument(1) @Nullable Object second) {
      Dispatcher.enter(hook, null, first, second);
    }
  }

  /** Before a method whose first and third argument matter, and not its object. */
  public static final class BeforeThird {
    private BeforeThird() {}

    /** Hands over both arguments. */
    @Advice.OnMethodEnter(suppress = Throwable.class)
    public static void enter(
        @HookId int hook,
        @Advice.Argument(0) @Nullable Object first,
        @Advice.Argument(2) @Nullable Object third) {
      Dispatcher.enter(hook, null, first, third);
    }
  }
}
