package dev.telemetry.agent.metrics;

import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Keeps the newest value. */
final class LastValueSeries extends Series {
  private final LongAdder count = new LongAdder();
  private volatile double last = Double.NaN;

  LastValueSeries(Metric metric, @Nullable String[] tagValues) {
    super(metric, tagValues);
  }

  @Override
  public void record(double measured) {
    last = measured;
    count.increment();
  }

  @Override
  public long count() {
    return count.sum();
  }

  @Override
  public double lastValue() {
    return metric().unit().convert(last);
  }
}
