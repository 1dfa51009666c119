package dev.telemetry.instrumentation.measured;

import dev.telemetry.bus.SpanEvents;
import dev.telemetry.dispatch.Hook;
import dev.telemetry.instrumentation.Spares;
import org.jspecify.annotations.Nullable;

/** A method of which some arguments are tags. */
final class TaggedMethod extends Hook {
  final String function;
  final TagParameters tags;
  private final SpanEvents events;
  private final Spares<TaggedCall> spares;
  private final boolean byArray;

  /**
   * Measures a method.
   *
   * @param spares calls that are over
   */
  TaggedMethod(SpanEvents events, String function, TagParameters tags, Spares<TaggedCall> spares) {
    this.events = events;
    this.function = function;
    this.tags = tags;
    this.spares = spares;
    this.byArray = !tags.areFirst();
  }

  /** See {@link TaggedAdvice} and {@link FirstTaggedAdvice} for what is handed over. */
  @Override
  public @Nullable Object enter(
      @Nullable Object argument0, @Nullable Object argument1, @Nullable Object argument2) {
    if (!events.enabled()) {
      return null;
    }
    TaggedCall spare = spares.take();
    TaggedCall call = spare == null ? new TaggedCall() : spare;
    if (byArray) {
      call.begin(this, (Object[]) argument1);
    } else {
      call.begin(this, argument0, argument1, argument2);
    }
    call.start = events.started(call);
    return call;
  }

  @Override
  public void exit(Object token, @Nullable Object result, @Nullable Throwable thrown) {
    TaggedCall call = (TaggedCall) token;
    events.ended(call.start, call, thrown);
    call.forget();
    spares.giveBack(call);
  }
}
