package dev.telemetry.instrumentation.websocket;

import dev.telemetry.dispatch.Dispatcher;
import dev.telemetry.instrumentation.HookId;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/** The code that is woven into containers and endpoints: it hands over and knows nothing. */
public final class WebSocketAdvice {
  private WebSocketAdvice() {}

  /** Around a method with one or more arguments, of which the first two are handed over. */
  public static final class Around {
    private Around() {}

    /** Hands over the object and the arguments. */
    @Advice.OnMethodEnter(suppress = Throwable.class)
    public static @Nullable Object enter(
        @HookId int hook,
        @Advice.This Object self,
        @Advice.Argument(value = 0, optional = true, typing = Assigner.Typing.DYNAMIC)
            @Nullable Object first,
        @Advice.Argument(value = 1, optional = true, typing = Assigner.Typing.DYNAMIC)
            @Nullable Object second) {
      return Dispatcher.enter(hook, self, first, second);
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

  /** Before a method, which may be a static one, with two arguments or less. */
  public static final class Before {
    private Before() {}

    /** Hands over the object, and the arguments. */
    @Advice.OnMethodEnter(suppress = Throwable.class)
    public static void enter(
        @HookId int hook,
        @Advice.This(optional = true) @Nullable Object self,
        @Advice.Argument(value = 0, optional = true, typing = Assigner.Typing.DYNAMIC)
            @Nullable Object first,
        @Advice.Argument(value = 1, optional = true, typing = Assigner.Typing.DYNAMIC)
            @Nullable Object second) {
      Dispatcher.enter(hook, self, first, second);
    }
  }

  /** Around a method that answers a handshake. */
  public static final class Handshake {
    private Handshake() {}

    /** Hands over the response and the endpoint's configuration. */
    @Advice.OnMethodEnter(suppress = Throwable.class)
    public static @Nullable Object enter(
        @HookId int hook,
        @Advice.Argument(2) @Nullable Object response,
        @Advice.Argument(3) @Nullable Object config) {
      return Dispatcher.enter(hook, null, response, config);
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
}
