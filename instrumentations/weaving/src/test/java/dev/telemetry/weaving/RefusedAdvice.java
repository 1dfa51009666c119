package dev.telemetry.weaving;

import dev.telemetry.dispatch.Dispatcher;
import dev.telemetry.instrumentation.HookId;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/** Advice that is more than calls, each in one way; read and never carried out. */
@SuppressWarnings("unused")
final class RefusedAdvice {
  private RefusedAdvice() {}

  static final class Computing {
    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void onEnter(@HookId int hook) {
      Dispatcher.begin(hook + 1);
    }
  }

  static final class Unsuppressed {
    @Advice.OnMethodEnter
    static void onEnter(@HookId int hook) {
      Dispatcher.begin(hook);
    }
  }

  static final class Skipping {
    @Advice.OnMethodEnter(suppress = Throwable.class, skipOn = Advice.OnNonDefaultValue.class)
    static long onEnter(@HookId int hook) {
      return Dispatcher.begin(hook);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void onExit(@HookId int hook, @Advice.Enter long start) {
      Dispatcher.end(hook, start, null);
    }
  }

  /** The throwable would not be seen. */
  static final class ReturningElse {
    @Advice.OnMethodEnter(suppress = Throwable.class)
    static long onEnter(@HookId int hook) {
      return Dispatcher.begin(hook);
    }

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void onExit(@HookId int hook, @Advice.Enter long start) {
      Dispatcher.end(hook, start, null);
    }
  }

  static final class LateArgument {
    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Object onEnter(@HookId int hook) {
      return Dispatcher.enter(hook, null, null, null);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void onExit(
        @HookId int hook, @Advice.Enter Object token, @Advice.Argument(0) Object first) {
      Dispatcher.exit(hook, token, first, null);
    }
  }

  static final class LateSelf {
    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Object onEnter(@HookId int hook) {
      return Dispatcher.enter(hook, null, null, null);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void onExit(@HookId int hook, @Advice.Enter Object token, @Advice.This Object self) {
      Dispatcher.exit(hook, token, self, null);
    }
  }

  static final class WritingResult {
    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Object onEnter(@HookId int hook) {
      return Dispatcher.enter(hook, null, null, null);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void onExit(
        @HookId int hook,
        @Advice.Enter Object token,
        @Advice.Return(readOnly = false, typing = Assigner.Typing.DYNAMIC) Object result) {
      Dispatcher.exit(hook, token, result, null);
    }
  }

  static final class OtherHook {
    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void onEnter(@HookId int hook) {
      Dispatcher.begin(7);
    }
  }

  static final class Unbound {
    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void onEnter(@HookId int hook, Object first) {
      Dispatcher.enter(hook, first, null, null);
    }
  }

  static final class Twice {
    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void onEnter(@HookId int hook) {
      Dispatcher.begin(hook);
      Dispatcher.begin(hook);
    }
  }

  static final class GuardedByOther {
    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Object onEnter(@HookId int hook) {
      return Dispatcher.enter(hook, null, null, null);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void onExit(
        @HookId int hook, @Advice.Enter Object token, @Advice.Thrown @Nullable Throwable thrown) {
      if (thrown != null) {
        Dispatcher.exit(hook, token, null, thrown);
      }
    }
  }

  static final class OnlyExit {
    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void onExit(@HookId int hook) {
      Dispatcher.end(hook, 1, null);
    }
  }

  static final class LosingToken {
    @Advice.OnMethodEnter(suppress = Throwable.class)
    static long onEnter(@HookId int hook) {
      return Dispatcher.begin(hook);
    }
  }
}
