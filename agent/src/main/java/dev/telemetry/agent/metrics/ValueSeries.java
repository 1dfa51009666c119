package dev.telemetry.agent.metrics;

import org.jspecify.annotations.Nullable;

/** The values of a summary or a distribution, in stripes whose number grows when threads meet. */
final class ValueSeries extends Series {
  private static final int MOST_STRIPES = Stripes.most(64);

  private final SampleBuffer samples;
  private final double[] bounds;
  private final double[] measuredBounds;
  private volatile Stripe[] stripes;

  ValueSeries(Metric metric, @Nullable String[] tagValues, SampleBuffer samples) {
    super(metric, tagValues);
    this.samples = samples;
    this.bounds = metric.bounds(tagValues);
    this.measuredBounds = bounds.clone();
    for (int i = 0; i < measuredBounds.length; i++) {
      measuredBounds[i] = metric.unit().measured(measuredBounds[i]);
    }
    this.stripes = new Stripe[] {new Stripe(measuredBounds)};
  }

  @Override
  public void record(double measured) {
    Stripe[] now = stripes;
    Stripe stripe = now[Stripes.ofThread(now.length)];
    if (!stripe.record(measured)) {
      grow(now.length);
    }
    if (!samples.offer(number(), measured)) {
      stripe.round(measured);
      samples.countRounded();
    }
  }

  private synchronized void grow(int from) {
    Stripe[] now = stripes;
    if (now.length != from || from == MOST_STRIPES) {
      return;
    }
    Stripe[] more = new Stripe[2 * from];
    for (int i = 0; i < more.length; i++) {
      more[i] = i < from ? now[i] : new Stripe(measuredBounds);
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
    long[] counts = new long[Buckets.COUNT];
    for (Stripe stripe : stripes) {
      stripe.addFineTo(counts);
    }
    return ValueSnapshot.of(counts, metric().unit());
  }

  @Override
  public double[] bucketBounds() {
    return bounds.clone();
  }

  @Override
  public long[] bucketCounts() {
    if (measuredBounds.length == 0) {
      return super.bucketCounts();
    }
    long[] counts = new long[measuredBounds.length + 1];
    for (Stripe stripe : stripes) {
      stripe.addBucketsTo(counts);
    }
    return counts;
  }

  @Override
  void drainRounded(SampleConsumer consumer) {
    long[] counts = new long[Buckets.COUNT];
    for (Stripe stripe : stripes) {
      stripe.moveRounded(counts);
    }
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] != 0) {
        consumer.sample(this, metric().unit().convert(Buckets.middle(i)), counts[i]);
      }
    }
  }
}
