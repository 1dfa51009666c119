package dev.telemetry.instrumentation.measured;

import dev.telemetry.Metadata;
import dev.telemetry.bus.Facts;
import dev.telemetry.bus.SpanEvents;
import dev.telemetry.dispatch.Hook;
import org.jspecify.annotations.Nullable;

/** A method without tags: its hook is its own facts, so that measuring allocates nothing. */
final class PlainMethod extends Hook implements Facts {
  private final SpanEvents events;
  private final String function;

  PlainMethod(SpanEvents events, String function) {
    this.events = events;
    this.function = function;
  }

  @Override
  public long begin() {
    return events.enabled() ? events.started(this) : 0;
  }

  @Override
  public void end(long start, @Nullable Throwable thrown) {
    events.ended(start, this, thrown);
  }

  @Override
  public @Nullable Object get(String key) {
    return key.equals(MeasuredEvents.CODE_FUNCTION_NAME) ? function : null;
  }

  @Override
  public Metadata metadata() {
    return Metadata.of(MeasuredEvents.CODE_FUNCTION_NAME, function);
  }
}
