package dev.telemetry.agent.metrics;

import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Adds values up. */
final class SumSeries extends Series {
  private final LongAdder count = new LongAdder();
  private final DoubleAdder sum = new DoubleAdder();

  SumSeries(Metric metric, @Nullable String[] tagValues) {
    super(metric, tagValues);
  }

  @Override
  public void record(double measured) {
    sum.add(measured);
    count.increment();
  }

  @Override
  public long count() {
    return count.sum();
  }

  @Override
  public double sum() {
    return metric().unit().convert(sum.sum());
  }
}
