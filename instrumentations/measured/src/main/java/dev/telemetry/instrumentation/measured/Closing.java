package dev.telemetry.instrumentation.measured;

import dev.telemetry.dispatch.Hook;
import org.jspecify.annotations.Nullable;

/** A method whose end closes the span that was open at its entry. */
final class Closing extends Hook {
  private final Pairs pairs;
  private final PairArguments arguments;

  Closing(Pairs pairs, PairArguments arguments) {
    this.pairs = pairs;
    this.arguments = arguments;
  }

  @Override
  public @Nullable Object enter(
      @Nullable Object argument0, @Nullable Object argument1, @Nullable Object argument2) {
    Object key = arguments.key(argument0, argument1, argument2);
    return key == null ? null : pairs.take(key);
  }

  @Override
  public void exit(Object token, @Nullable Object result, @Nullable Throwable thrown) {
    pairs.close((OpenSpan) token, thrown);
  }
}
