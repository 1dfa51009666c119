package dev.telemetry.dispatch;

import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where woven code calls the agent: static methods, so that a class file of any version can call
 * them.
 *
 * <p>After the agent is taken back the tables are empty and every call does nothing, for the frames
 * that are still inside woven code.
 */
public final class Dispatcher {
  private static volatile Hook[] hooks = new Hook[0];
  private static volatile @Nullable Consumer<Throwable> failures;

  /**
   * The agent's bus as a function over JDK types, for the copies of the API that applications
   * bring; null without a running agent. The protocol is documented where it is served: {@code
   * dev.telemetry.bus}.
   */
  public static volatile @Nullable Function<Object[], Object> bus;

  private Dispatcher() {}

  /**
   * Puts the agent's hooks in place, by their ids; replaces those before.
   *
   * @param failed told what hooks and advice throw
   */
  public static void install(Hook[] now, Consumer<Throwable> failed) {
    failures = failed;
    hooks = now;
  }

  /** See {@link Hook#enter}; null where there is no such hook. */
  public static @Nullable Object enter(
      int hook, @Nullable Object self, @Nullable Object first, @Nullable Object second) {
    Hook found = find(hook);
    return found == null ? null : found.enter(self, first, second);
  }

  /** See {@link Hook#exit}; does nothing without a token. */
  public static void exit(
      int hook, @Nullable Object token, @Nullable Object result, @Nullable Throwable thrown) {
    Hook found = token == null ? null : find(hook);
    if (found != null && token != null) {
      found.exit(token, result, thrown);
    }
  }

  /** See {@link Hook#begin}. */
  public static long begin(int hook) {
    Hook found = find(hook);
    return found == null ? 0 : found.begin();
  }

  /** See {@link Hook#end}. */
  public static void end(int hook, long start, @Nullable Throwable thrown) {
    Hook found = start == 0 ? null : find(hook);
    if (found != null) {
      found.end(start, thrown);
    }
  }

  /** An advice or a hook has thrown: told to the agent, and never to the application. */
  public static void failed(Throwable failure) {
    try {
      Consumer<Throwable> told = failures;
      if (told != null) {
        told.accept(failure);
      }
    } catch (Throwable ignored) {
      // there is nobody left to tell
    }
  }

  private static @Nullable Hook find(int hook) {
    Hook[] now = hooks;
    return hook < now.length ? now[hook] : null;
  }
}
