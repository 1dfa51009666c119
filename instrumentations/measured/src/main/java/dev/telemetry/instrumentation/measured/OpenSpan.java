package dev.telemetry.instrumentation.measured;

import dev.telemetry.Metadata;
import dev.telemetry.TelemetryEvents;
import dev.telemetry.bus.Facts;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A span that one method has opened and another may close, and later another one: see forget. */
final class OpenSpan implements Facts {
  private @Nullable Opening opening;
  private @Nullable Object[] tags = {};
  private @Nullable String context;
  private @Nullable String error;

  /** When it began, as the events tell. */
  long start;

  // The rest belongs to its table, under the table's lock.

  @Nullable Object key;
  int hash;
  boolean isIn;

  /** The method that opened it has not returned: then its place must not go to another one. */
  boolean isOpening;

  boolean isOver;

  @Nullable OpenSpan next;
  @Nullable OpenSpan older;
  @Nullable OpenSpan newer;

  void begin(Opening by, @Nullable Object first, @Nullable Object second, @Nullable Object third) {
    opening = by;
    int count = by.arguments.tags.names().size();
    if (tags.length < count) {
      tags = new @Nullable Object[count];
    }
    for (int i = 0; i < count; i++) {
      tags[i] = by.arguments.tag(i, first, second, third);
    }
  }

  /** Nobody has closed it. */
  void unanswered() {
    error = MeasuredEvents.UNANSWERED_ERROR;
  }

  /** Lets go of all that belongs to the calls. */
  void forget() {
    opening = null;
    context = null;
    error = null;
    key = null;
    Arrays.fill(tags, null);
  }

  @Override
  public @Nullable Object get(String name) {
    Opening by = Objects.requireNonNull(opening);
    int index = by.arguments.tags.names().indexOf(name);
    if (index >= 0) {
      return tags[index];
    }
    if (name.equals(TelemetryEvents.ERROR_TYPE)) {
      return error;
    }
    return name.equals(MeasuredEvents.CODE_FUNCTION_NAME) ? by.function : null;
  }

  @Override
  public Metadata metadata() {
    Opening by = Objects.requireNonNull(opening);
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put(MeasuredEvents.CODE_FUNCTION_NAME, by.function);
    for (int i = 0; i < by.arguments.tags.names().size(); i++) {
      all.put(by.arguments.tags.names().get(i), tags[i]);
    }
    if (error != null) {
      all.put(TelemetryEvents.ERROR_TYPE, error);
    }
    all.put(TelemetryEvents.SPAN_CONTEXT, context());
    return Metadata.of(all);
  }

  /** Made when first asked for, which only handlers do; its start then has told it already. */
  private String context() {
    String known = context;
    if (known == null) {
      known = Long.toHexString(System.nanoTime()) + '-' + System.identityHashCode(this);
      context = known;
    }
    return known;
  }
}
