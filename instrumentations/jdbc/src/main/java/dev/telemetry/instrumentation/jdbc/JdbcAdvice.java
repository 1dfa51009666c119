package dev.telemetry.instrumentation.jdbc;

import dev.telemetry.dispatch.Dispatcher;
import dev.telemetry.instrumentation.HookId;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/** The code that is woven into drivers, pools and wrappers: it hands over and knows nothing. */
public final class JdbcAdvice {
  private JdbcAdvice() {}

  /** Around a method whose first argument is SQL. */
  public static final class WithSql {
    private WithSql() {}

    /** Hands over the object and the SQL. */
    @Advice.OnMethodEnter(suppress = Throwable.class)
    public static @Nullable Object enter(
        @HookId int hook, @Advice.This Object self, @Advice.Argument(0) @Nullable String sql) {
      return Dispatcher.enter(hook, self, sql, null);
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

  /** Around a method without arguments. */
  public static final class WithoutSql {
    private WithoutSql() {}

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

  /** Before a method whose first argument is SQL. */
  public static final class BeforeSql {
    private BeforeSql() {}

    /** Hands over the object and the SQL. */
    @Advice.OnMethodEnter(suppress = Throwable.class)
    public static void enter(
        @HookId int hook, @Advice.This Object self, @Advice.Argument(0) @Nullable String sql) {
      Dispatcher.enter(hook, self, sql, null);
    }
  }

  /** Before a method without arguments. */
  public static final class Before {
    private Before() {}

    /** Hands over the object. */
    @Advice.OnMethodEnter(suppress = Throwable.class)
    public static void enter(@HookId int hook, @Advice.This Object self) {
      Dispatcher.enter(hook, self, null, null);
    }
  }
}
