package dev.telemetry.agent.metrics;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Keeps the newest value, or how far up the steps have led. */
final class LastValueSeries extends Series {
  private final LongAdder count = new LongAdder();
  private final AtomicLong last = new AtomicLong(Double.doubleToRawLongBits(Double.NaN));

  LastValueSeries(Metric metric, @Nullable String[] tagValues) {
    super(metric, tagValues);
  }

  @Override
  public void record(double measured) {
    last.set(Double.doubleToRawLongBits(measured));
    count.increment();
  }

  @Override
  void step(double by) {
    long seen = last.get();
    while (!last.compareAndSet(seen, stepped(Double.longBitsToDouble(seen), by))) {
      seen = last.get();
    }
    count.increment();
  }

  /** A span that began before the series did must not leave it below zero for good. */
  private static long stepped(double from, double by) {
    double start = Double.isNaN(from) ? 0 : from;
    return Double.doubleToRawLongBits(Math.max(0, start + by));
  }

  @Override
  public long count() {
    return count.sum();
  }

  @Override
  public double lastValue() {
    return metric().unit().convert(Double.longBitsToDouble(last.get()));
  }
}
