package dev.telemetry.bus;

import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Counts the events of one name. Thread-safe. */
final class EventTally implements Subscriber {
  private final LongAdder count = new LongAdder();

  @Override
  public void single(Facts facts) {
    count.increment();
  }

  @Override
  public void started(long nanos, Facts facts) {
    count.increment();
  }

  @Override
  public void ended(long startNanos, long endNanos, Facts facts, @Nullable Throwable error) {
    count.increment();
  }

  long count() {
    return count.sum();
  }
}
