package dev.telemetry.instrumentation.executor;

import dev.telemetry.dispatch.Hook;
import dev.telemetry.instrumentation.Shape;
import dev.telemetry.instrumentation.WeavePoint;
import dev.telemetry.instrumentation.WeavePoint.SiteAdvice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands behind the woven places of the JDK's scheduled executors. */
final class TimetableHooks {
  private static final String EXECUTOR = "java.util.concurrent.ScheduledThreadPoolExecutor";
  private static final String TIME =
      "JLjava/util/concurrent/TimeUnit;)Ljava/util/concurrent/ScheduledFuture;";
  private static final String[] SCHEDULING = {
    "schedule(Ljava/lang/Runnable;" + TIME,
    "schedule(Ljava/util/concurrent/Callable;" + TIME,
    "scheduleAtFixedRate(Ljava/lang/Runnable;J" + TIME,
    "scheduleWithFixedDelay(Ljava/lang/Runnable;J" + TIME
  };

  private final Timetable timetable;

  TimetableHooks(Timetable timetable) {
    this.timetable = timetable;
  }

  void addTo(List<WeavePoint> points) {
    SiteAdvice scheduled = Shape.AROUND_FIRST.calling(new Scheduled());
    for (String method : SCHEDULING) {
      points.add(WeavePoint.inJdk(EXECUTOR, method, scheduled));
    }
    SiteAdvice run = Shape.AROUND.calling(new Runs());
    points.add(WeavePoint.inJdk(EXECUTOR + "$ScheduledFutureTask", "run()V", run));
  }

  /** The argument is a task, the result its future. */
  private final class Scheduled extends Hook {
    @Override
    public @Nullable Object enter(
        @Nullable Object executor, @Nullable Object task, @Nullable Object none) {
      return task;
    }

    @Override
    public void exit(Object task, @Nullable Object future, @Nullable Throwable thrown) {
      timetable.scheduled(task, future);
    }
  }

  /** The object is the future. */
  private final class Runs extends Hook {
    @Override
    public @Nullable Object enter(
        @Nullable Object future, @Nullable Object first, @Nullable Object none) {
      return future == null ? null : timetable.begins(future);
    }

    @Override
    public void exit(Object run, @Nullable Object none, @Nullable Throwable thrown) {
      timetable.ends(run, thrown);
    }
  }
}
