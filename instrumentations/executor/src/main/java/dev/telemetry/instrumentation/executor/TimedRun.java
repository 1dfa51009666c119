package dev.telemetry.instrumentation.executor;

import dev.telemetry.Metadata;
import dev.telemetry.bus.Facts;
import dev.telemetry.bus.SpanEvents;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One run of a scheduled task, from its start to its end on one thread. */
final class TimedRun implements Facts {
  private final SpanEvents events;
  private final Object future;
  private final Function<Object, String> names;
  private final long start;

  /**
   * Begins it.
   *
   * @param names tells the task of a future; asked when it is wanted, as a task may run before
   *     anybody could say what it is
   */
  TimedRun(SpanEvents events, Object future, Function<Object, String> names) {
    this.events = events;
    this.future = future;
    this.names = names;
    start = events.started(this);
  }

  Object future() {
    return future;
  }

  void end(@Nullable Throwable error) {
    events.ended(start, this, error);
  }

  @Override
  public @Nullable Object get(String key) {
    return key.equals(ExecutorEvents.CODE_FUNCTION_NAME) ? names.apply(future) : null;
  }

  @Override
  public Metadata metadata() {
    return Metadata.of(ExecutorEvents.CODE_FUNCTION_NAME, names.apply(future));
  }
}
