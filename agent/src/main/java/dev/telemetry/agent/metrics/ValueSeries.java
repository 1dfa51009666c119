package dev.telemetry.agent.metrics;

import org.jspecify.annotations.Nullable;

/** The values of a summary or a distribution, in stripes whose number grows when threads meet. */
final class ValueSeries extends Series {
  private static final int MOST_STRIPES = Stripes.most(64);

  private final SampleBuffer samples;
  private final Bounds bounds;
  private volatile Stripe[] stripes;

  /** How often each cell was delivered rounded; of the thread that drains. */
  private long[] deliveredRounded = {};

  ValueSeries(Metric metric, @Nullable String[] tagValues, SampleBuffer samples) {
    super(metric, tagValues);
    this.samples = samples;
    this.bounds = new Bounds(metric.bounds(tagValues), metric.unit());
    this.stripes = new Stripe[] {new Stripe(bounds)};
  }

  @Override
  public void record(double measured) {
    int thread = Stripes.ofThread();
    Stripe[] now = stripes;
    boolean delivered = samples.offer(thread, number(), measured);
    if (!now[thread & (now.length - 1)].record(measured, delivered)) {
      grow(now.length);
    }
    if (!delivered) {
      samples.rounded();
    }
  }

  private synchronized void grow(int from) {
    Stripe[] now = stripes;
    if (now.length != from || from == MOST_STRIPES) {
      return;
    }
    Stripe[] more = new Stripe[2 * from];
    for (int i = 0; i < more.length; i++) {
      more[i] = i < from ? now[i] : new Stripe(bounds);
    }
    stripes = more;
  }

  @Override
  public long count() {
    long count = 0;
    for (Stripe stripe : stripes) {
      count += stripe.count();
    }
    return count;
  }

  @Override
  public double sum() {
    double sum = 0;
    for (Stripe stripe : stripes) {
      sum += stripe.sum();
    }
    return metric().unit().convert(sum);
  }

  @Override
  public double max() {
    double max = Double.NEGATIVE_INFINITY;
    for (Stripe stripe : stripes) {
      max = Math.max(max, stripe.max());
    }
    return max == Double.NEGATIVE_INFINITY ? Double.NaN : metric().unit().convert(max);
  }

  @Override
  public ValueSnapshot values() {
    return ValueSnapshot.of(bounds.fineOf(cells()), metric().unit());
  }

  private long[] cells() {
    long[] cells = new long[bounds.cells()];
    for (Stripe stripe : stripes) {
      stripe.addTo(cells);
    }
    return cells;
  }

  @Override
  public double[] bucketBounds() {
    return bounds.exported();
  }

  @Override
  public long[] bucketCounts() {
    return bounds.isEmpty() ? super.bucketCounts() : bounds.ownOf(cells());
  }

  @Override
  long rounded() {
    long rounded = 0;
    for (Stripe stripe : stripes) {
      rounded += stripe.rounded();
    }
    return rounded;
  }

  @Override
  void drainRounded(SampleConsumer consumer) {
    if (rounded() == 0) {
      return;
    }
    long[] before = deliveredRounded;
    long[] now = new long[bounds.cells()];
    for (Stripe stripe : stripes) {
      stripe.addRoundedTo(now);
    }
    deliveredRounded = now;
    long[] counts = now.clone();
    for (int i = 0; i < before.length; i++) {
      counts[i] -= before[i];
    }
    deliver(bounds.fineOf(counts), consumer);
  }

  private void deliver(long[] counts, SampleConsumer consumer) {
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] != 0) {
        consumer.sample(this, metric().unit().convert(Buckets.middle(i)), counts[i]);
      }
    }
  }
}
