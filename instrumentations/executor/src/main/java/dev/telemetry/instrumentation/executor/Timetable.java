package dev.telemetry.instrumentation.executor;

import dev.telemetry.bus.SpanEvents;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Tasks of scheduled executors: what they are is known where they are scheduled, that they run
 * where their futures do. Holds neither. Thread-safe.
 */
final class Timetable {
  private static final String UNKNOWN = "(unknown)";
  private static final String LAMBDA = "$$Lambda";
  private static final String AGENT = "telemetry-";

  private final SpanEvents events;
  private final Map<Object, String> names = Collections.synchronizedMap(new WeakHashMap<>());

  Timetable(SpanEvents events) {
    this.events = events;
  }

  /** A task was scheduled, and may run already. */
  void scheduled(Object task, @Nullable Object future) {
    if (future != null && events.enabled()) {
      names.put(future, nameOf(task.getClass()));
    }
  }

  /** Lambdas have a name that no two processes have in common. */
  static String nameOf(Class<?> task) {
    String name = task.getName();
    int lambda = name.indexOf(LAMBDA);
    return lambda < 0 ? name : name.substring(0, lambda) + ".lambda";
  }

  /** A future runs its task; returns what to give to {@link #ends}, null where it is ours. */
  @Nullable Object begins(Object future) {
    boolean ours = Thread.currentThread().getName().startsWith(AGENT);
    return ours || !events.enabled() ? null : new TimedRun(events, future, this::nameOfFuture);
  }

  /** The task has run; what it threw is kept by its future, and there alone. */
  void ends(Object run, @Nullable Throwable thrown) {
    TimedRun ended = (TimedRun) run;
    ended.end(thrown == null ? failureOf(ended.future()) : thrown);
  }

  private String nameOfFuture(Object future) {
    return names.getOrDefault(future, UNKNOWN);
  }

  /** One that is to run again is not done. */
  private static @Nullable Throwable failureOf(Object task) {
    Future<?> future = (Future<?>) task;
    if (!future.isDone() || future.isCancelled()) {
      return null;
    }
    try {
      future.get();
      return null;
    } catch (ExecutionException failed) {
      return failed.getCause();
    } catch (InterruptedException | RuntimeException unknown) {
      return null;
    }
  }
}
