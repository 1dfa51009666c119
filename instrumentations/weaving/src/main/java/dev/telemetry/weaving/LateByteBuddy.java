package dev.telemetry.weaving;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Byte Buddy, whose 600 classes are loaded once a class needs them: on a thread of its own, because
 * the application's may be deep in its stack, and a {@link StackOverflowError} inside of a static
 * initialiser would spoil that class for good.
 */
final class LateByteBuddy {
  private static final long LONGEST_WAIT_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final ClassLoader adviceLoader;
  private @Nullable FutureTask<ByteBuddyWeaving> loaded;

  LateByteBuddy(ClassLoader adviceLoader) {
    this.adviceLoader = adviceLoader;
  }

  /** Returns the class file with the plan carried out. */
  byte[] weave(byte[] classFile, ClassOutline outline, AdviceWeaving.Plan plan) {
    return await(loading(classFile, outline, plan)).weave(classFile, outline, plan);
  }

  private synchronized FutureTask<ByteBuddyWeaving> loading(
      byte[] classFile, ClassOutline outline, AdviceWeaving.Plan plan) {
    FutureTask<ByteBuddyWeaving> known = loaded;
    if (known == null) {
      known = new FutureTask<>(() -> load(classFile, outline, plan));
      Thread thread = new Thread(known, "telemetry-weave");
      thread.setDaemon(true);
      thread.setContextClassLoader(null);
      thread.start();
      loaded = known;
    }
    return known;
  }

  private ByteBuddyWeaving load(byte[] classFile, ClassOutline outline, AdviceWeaving.Plan plan) {
    ByteBuddyWeaving weaving = new ByteBuddyWeaving(adviceLoader);
    try {
      weaving.weave(classFile, outline, plan);
    } catch (RuntimeException thrownAgain) {
      // the caller's own attempt says so
    }
    return weaving;
  }

  /** Not for ever: the caller may hold locks that a transformer of somebody else wants. */
  private static ByteBuddyWeaving await(FutureTask<ByteBuddyWeaving> loading) {
    long end = System.nanoTime() + LONGEST_WAIT_NANOS;
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return loading.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException applications) {
          interrupted = true;
        }
      }
    } catch (ExecutionException | TimeoutException failure) {
      throw new IllegalStateException("Byte Buddy can't be loaded", failure);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
