package dev.telemetry.agent.metrics;

import dev.telemetry.bus.Facts;
import dev.telemetry.bus.Subscriber;
import org.jspecify.annotations.Nullable;

/** All metrics of one event. */
final class EventBindings implements Subscriber {
  private final Binding[] bindings;

  EventBindings(Binding[] bindings) {
    this.bindings = bindings;
  }

  @Override
  public void single(Facts facts) {
    for (Binding binding : bindings) {
      binding.record(Measurement.NO_DURATION, facts, null);
    }
  }

  @Override
  public void started(long nanos, Facts facts) {
    for (Binding binding : bindings) {
      binding.record(Measurement.NO_DURATION, facts, null);
    }
  }

  @Override
  public void ended(long startNanos, long endNanos, Facts facts, @Nullable Throwable error) {
    for (Binding binding : bindings) {
      binding.record(endNanos - startNanos, facts, error);
    }
  }
}
