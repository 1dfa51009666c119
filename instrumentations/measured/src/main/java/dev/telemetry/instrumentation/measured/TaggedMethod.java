package dev.telemetry.instrumentation.measured;

import dev.telemetry.Metadata;
import dev.telemetry.bus.Facts;
import dev.telemetry.bus.SpanEvents;
import dev.telemetry.dispatch.Hook;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A method of which some arguments are tags. */
final class TaggedMethod extends Hook {
  private final SpanEvents events;
  private final String function;
  private final TagParameters tags;

  TaggedMethod(SpanEvents events, String function, TagParameters tags) {
    this.events = events;
    this.function = function;
    this.tags = tags;
  }

  @Override
  public @Nullable Object enter(
      @Nullable Object self, @Nullable Object arguments, @Nullable Object second) {
    if (arguments == null || !events.enabled()) {
      return null;
    }
    Call call = new Call(tags.values((Object[]) arguments));
    call.start = events.started(call);
    return call;
  }

  @Override
  public void exit(Object call, @Nullable Object result, @Nullable Throwable thrown) {
    events.ended(((Call) call).start, (Call) call, thrown);
  }

  /** One call with the values of its tags. */
  private final class Call implements Facts {
    private final Object[] values;
    private long start;

    Call(Object[] values) {
      this.values = values;
    }

    @Override
    public @Nullable Object get(String key) {
      int index = tags.names().indexOf(key);
      if (index >= 0) {
        return values[index];
      }
      return key.equals(MeasuredEvents.CODE_FUNCTION_NAME) ? function : null;
    }

    @Override
    public Metadata metadata() {
      Map<String, Object> all = new LinkedHashMap<>();
      all.put(MeasuredEvents.CODE_FUNCTION_NAME, function);
      for (int i = 0; i < values.length; i++) {
        all.put(tags.names().get(i), values[i]);
      }
      return Metadata.of(all);
    }
  }
}
