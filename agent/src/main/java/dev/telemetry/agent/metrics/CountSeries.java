package dev.telemetry.agent.metrics;

import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Counts, whatever the value. */
final class CountSeries extends Series {
  private final LongAdder count = new LongAdder();

  CountSeries(Metric metric, @Nullable String[] tagValues) {
    super(metric, tagValues);
  }

  @Override
  public void record(double measured) {
    count.increment();
  }

  @Override
  public long count() {
    return count.sum();
  }
}
