package dev.telemetry.instrumentation.measured;

import dev.telemetry.dispatch.Hook;
import org.jspecify.annotations.Nullable;

/** A method whose entry opens a span. */
final class Opening extends Hook {
  final String function;
  final PairArguments arguments;
  private final Pairs pairs;

  Opening(Pairs pairs, String function, PairArguments arguments) {
    this.pairs = pairs;
    this.function = function;
    this.arguments = arguments;
  }

  /** See {@link PairArguments} for what is handed over. */
  @Override
  public @Nullable Object enter(
      @Nullable Object argument0, @Nullable Object argument1, @Nullable Object argument2) {
    return pairs.open(this, argument0, argument1, argument2);
  }

  @Override
  public void exit(Object token, @Nullable Object result, @Nullable Throwable thrown) {
    pairs.opened((OpenSpan) token, thrown);
  }
}
