package dev.telemetry.instrumentation.scheduled;

import dev.telemetry.Metadata;
import dev.telemetry.bus.Facts;
import dev.telemetry.bus.SpanEvents;
import dev.telemetry.dispatch.Hook;
import org.jspecify.annotations.Nullable;

/** Emits the span of one call of a scheduled method. */
final class ScheduledHook extends Hook {
  private final SpanEvents events;

  ScheduledHook(SpanEvents events) {
    this.events = events;
  }

  /** Spring's object names its method, with the class, as its text: since 3.0, and in all since. */
  @Override
  public @Nullable Object enter(
      @Nullable Object self, @Nullable Object first, @Nullable Object second) {
    if (self == null || !events.enabled()) {
      return null;
    }
    Call call = new Call(self.toString());
    call.start = events.started(call);
    return call;
  }

  @Override
  public void exit(Object token, @Nullable Object result, @Nullable Throwable thrown) {
    Call call = (Call) token;
    events.ended(call.start, call, thrown);
  }

  /** What is known of one call. */
  private static final class Call implements Facts {
    private final String function;
    private long start;

    Call(String function) {
      this.function = function;
    }

    @Override
    public @Nullable Object get(String key) {
      return key.equals(ScheduledEvents.CODE_FUNCTION_NAME) ? function : null;
    }

    @Override
    public Metadata metadata() {
      return Metadata.of(ScheduledEvents.CODE_FUNCTION_NAME, function);
    }
  }
}
