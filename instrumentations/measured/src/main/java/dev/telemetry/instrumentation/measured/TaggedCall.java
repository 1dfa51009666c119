package dev.telemetry.instrumentation.measured;

import dev.telemetry.Metadata;
import dev.telemetry.bus.Facts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One call with the values of its tags, and later another one: see {@link #forget}. */
final class TaggedCall implements Facts {
  private final @Nullable Object[] own = new @Nullable Object[TagParameters.FIRST];
  private @Nullable Object @Nullable [] arguments;
  private @Nullable TaggedMethod method;

  /** When it began, as the events tell. */
  long start;

  /** Begins a call with an array of all arguments, which is nobody else's. */
  void begin(TaggedMethod now, @Nullable Object @Nullable [] all) {
    method = now;
    arguments = all;
    now.tags.keepIn(Objects.requireNonNull(all));
  }

  /** Begins a call with its first arguments; null where there are not so many. */
  void begin(
      TaggedMethod now, @Nullable Object first, @Nullable Object second, @Nullable Object third) {
    own[0] = first;
    own[1] = second;
    own[2] = third;
    begin(now, own);
  }

  /** Lets go of all that belongs to the call. */
  void forget() {
    method = null;
    arguments = null;
    own[0] = null;
    own[1] = null;
    own[2] = null;
  }

  @Override
  public @Nullable Object get(String key) {
    TaggedMethod called = Objects.requireNonNull(method);
    int index = called.tags.names().indexOf(key);
    if (index >= 0) {
      return value(called, index);
    }
    return key.equals(MeasuredEvents.CODE_FUNCTION_NAME) ? called.function : null;
  }

  private @Nullable Object value(TaggedMethod called, int index) {
    return Objects.requireNonNull(arguments)[called.tags.position(index)];
  }

  @Override
  public Metadata metadata() {
    TaggedMethod called = Objects.requireNonNull(method);
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put(MeasuredEvents.CODE_FUNCTION_NAME, called.function);
    for (int i = 0; i < called.tags.names().size(); i++) {
      all.put(called.tags.names().get(i), value(called, i));
    }
    return Metadata.of(all);
  }
}
