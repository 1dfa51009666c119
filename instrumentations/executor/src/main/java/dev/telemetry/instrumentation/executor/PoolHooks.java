package dev.telemetry.instrumentation.executor;

import dev.telemetry.dispatch.Hook;
import dev.telemetry.instrumentation.Shape;
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
    return Shape.BEFORE_FIRST.calling(new Before((pool, task) -> tasks.handedOver(task)));
  }

  /** Of {@code execute} where a refusal is known by what it throws. */
  SiteAdvice handedOverOrThrown() {
    return Shape.AROUND_FIRST.calling(
        new OfPool((pool, task) -> tasks.handedOver(task)) {
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
    return Shape.BEFORE_FIRST.calling(new Before((pool, task) -> tasks.refused(pool, task, type)));
  }

  /** Of {@code addWorker}, which tells whether it has. */
  SiteAdvice workerAdded() {
    return Shape.AROUND_FIRST.calling(
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
    return Shape.AROUND.calling(
        new OfPool((pool, none) -> tasks.workerBegins(pool, type)) {
          @Override
          public void exit(Object pool, @Nullable Object none, @Nullable Throwable thrown) {
            tasks.workerEnds();
          }
        });
  }

  /** Of {@code getTask}. */
  SiteAdvice taken() {
    return Shape.AROUND.calling(
        new OfPool((pool, none) -> {}) {
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
    return Shape.BEFORE.calling(new Before((worker, none) -> tasks.runBegins(worker)));
  }

  /** Of a worker's {@code unlock}. */
  SiteAdvice runEnds() {
    return Shape.BEFORE.calling(new Before((worker, none) -> tasks.runEnds(worker)));
  }

  /** Of a method that takes a task and runs it. */
  SiteAdvice run() {
    return Shape.AROUND_FIRST.calling(
        new OfPool(this::takenToRun) {
          @Override
          public void exit(Object pool, @Nullable Object none, @Nullable Throwable thrown) {
            tasks.runEnds(pool);
          }
        });
  }

  private void takenToRun(Object pool, @Nullable Object task) {
    if (task != null) {
      tasks.taken(pool, task, type);
      tasks.runBegins(pool);
    }
  }

  /** Takes the object and the first argument. */
  private static class Before extends Hook {
    private final BiConsumer<Object, @Nullable Object> take;

    Before(BiConsumer<Object, @Nullable Object> take) {
      this.take = take;
    }

    @Override
    public @Nullable Object enter(
        @Nullable Object self, @Nullable Object argument, @Nullable Object none) {
      if (self != null) {
        take.accept(self, argument);
      }
      return null;
    }
  }

  /** The same, and has the object again at the end. */
  private static class OfPool extends Before {
    OfPool(BiConsumer<Object, @Nullable Object> take) {
      super(take);
    }

    @Override
    public @Nullable Object enter(
        @Nullable Object pool, @Nullable Object argument, @Nullable Object none) {
      super.enter(pool, argument, none);
      return pool;
    }
  }
}
