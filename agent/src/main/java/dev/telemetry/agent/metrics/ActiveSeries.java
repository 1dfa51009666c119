package dev.telemetry.agent.metrics;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Keeps how many spans are open: each value is a step up or down. */
final class ActiveSeries extends Series {
  private final LongAdder count = new LongAdder();
  private final AtomicLong active = new AtomicLong();

  ActiveSeries(Metric metric, @Nullable String[] tagValues) {
    super(metric, tagValues);
  }

  @Override
  public void record(double measured) {
    long now = active.get();
    // A span that began before this series did must not leave it below zero for good.
    while (!active.compareAndSet(now, Math.max(0, now + (long) measured))) {
      now = active.get();
    }
    count.increment();
  }

  @Override
  public long count() {
    return count.sum();
  }

  @Override
  public double lastValue() {
    return active.get();
  }
}
