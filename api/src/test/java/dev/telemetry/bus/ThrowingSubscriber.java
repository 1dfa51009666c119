package dev.telemetry.bus;

import org.jspecify.annotations.Nullable;

final class ThrowingSubscriber implements Subscriber {

  @Override
  public void single(Facts facts) {
    throw new IllegalStateException();
  }

  @Override
  public void started(long nanos, Facts facts) {
    throw new IllegalStateException();
  }

  @Override
  public void ended(long startNanos, long endNanos, Facts facts, @Nullable Throwable error) {
    throw new StackOverflowError();
  }
}
