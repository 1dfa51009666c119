package dev.telemetry.instrumentation.executor;

import dev.telemetry.dispatch.Hook;
import dev.telemetry.instrumentation.WeavePoint.SiteAdvice;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What stands behind each woven place of pools of one type. */
final class PoolHooks {
  private final Tasks tasks;
  private final String type;

  PoolHooks(Tasks tasks, String type) {
    this.tasks = tasks;
    this.type = type;
  }

  /** Of {@code execute}. */
  SiteAdvice handedOver() {
    return before((pool, task) -> tasks.handedOver(task));
  }

  /** Of {@code execute} where a refusal is known by what it throws. */
  SiteAdvice handedOverOrThrown() {
    return around(
        new Hook() {
          @Override
          public @Nullable Object enter(
              @Nullable Object pool, @Nullable Object task, @Nullable Object none) {
            tasks.handedOver(task);
            return pool;
          }

          @Override
          public void exit(Object pool, @Nullable Object none, @Nullable Throwable thrown) {
            if (thrown instanceof RejectedExecutionException) {
              tasks.refused(pool, null, type);
            }
          }
        });
  }

  /** Of {@code reject}. */
  SiteAdvice refused() {
    return before((pool, task) -> tasks.refused(pool, task, type));
  }

  /** Of {@code addWorker}, which tells whether it has. */
  SiteAdvice workerAdded() {
    return around(
        new Hook() {
          @Override
          public @Nullable Object enter(
              @Nullable Object pool, @Nullable Object task, @Nullable Object none) {
            return task;
          }

          @Override
          public void exit(Object task, @Nullable Object added, @Nullable Throwable thrown) {
            if (Boolean.TRUE.equals(added)) {
              tasks.givenToNewWorker(task);
            }
          }
        });
  }

  /** Of {@code runWorker}, all of a worker's life. */
  SiteAdvice worker() {
    return around(
        new Hook() {
          @Override
          public @Nullable Object enter(
              @Nullable Object pool, @Nullable Object worker, @Nullable Object none) {
            if (pool != null) {
              tasks.workerBegins(pool, type);
            }
            return pool;
          }

          @Override
          public void exit(Object pool, @Nullable Object none, @Nullable Throwable thrown) {
            tasks.workerEnds();
          }
        });
  }

  /** Of {@code getTask}. */
  SiteAdvice taken() {
    return around(
        new Hook() {
          @Override
          public @Nullable Object enter(
              @Nullable Object pool, @Nullable Object first, @Nullable Object none) {
            return pool;
          }

          @Override
          public void exit(Object pool, @Nullable Object task, @Nullable Throwable thrown) {
            if (task != null) {
              tasks.taken(pool, task, type);
            }
          }
        });
  }

  /** Of a worker's {@code lock}, which it holds while it runs a task. */
  SiteAdvice runBegins() {
    return before((worker, none) -> tasks.runBegins(worker));
  }

  /** Of a worker's {@code unlock}. */
  SiteAdvice runEnds() {
    return before((worker, none) -> tasks.runEnds(worker));
  }

  /** Of a method that takes a task and runs it. */
  SiteAdvice run() {
    return around(
        new Hook() {
          @Override
          public @Nullable Object enter(
              @Nullable Object pool, @Nullable Object task, @Nullable Object none) {
            if (pool != null && task != null) {
              tasks.taken(pool, task, type);
              tasks.runBegins(pool);
            }
            return pool;
          }

          @Override
          public void exit(Object pool, @Nullable Object none, @Nullable Throwable thrown) {
            tasks.runEnds(pool);
          }
        });
  }

  private static SiteAdvice before(BiConsumer<Object, @Nullable Object> take) {
    Hook hook =
        new Hook() {
          @Override
          public @Nullable Object enter(
              @Nullable Object self, @Nullable Object argument, @Nullable Object none) {
            if (self != null) {
              take.accept(self, argument);
            }
            return null;
          }
        };
    return new SiteAdvice(ExecutorAdvice.Before.class.getName(), hook);
  }

  private static SiteAdvice around(Hook hook) {
    return new SiteAdvice(ExecutorAdvice.Around.class.getName(), hook);
  }
}
