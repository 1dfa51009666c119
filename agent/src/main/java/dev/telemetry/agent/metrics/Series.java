package dev.telemetry.agent.metrics;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A metric with one set of tag values, and all that was recorded for it since it was created.
 *
 * <p>Values are cumulative: a reporter that wants those of an interval remembers what it saw last.
 * Thread-safe; reading never makes a recording thread wait.
 */
public abstract class Series {
  private static final double[] NO_BOUNDS = {};
  private static final long[] NO_COUNTS = {};

  private final Metric metric;
  private final List<@Nullable String> tagValues;
  private long number;
  private volatile boolean gone;

  Series(Metric metric, @Nullable String[] tagValues) {
    this.metric = metric;
    this.tagValues = Collections.unmodifiableList(Arrays.asList(tagValues));
  }

  /** Returns the metric. */
  public final Metric metric() {
    return metric;
  }

  /** Returns the keys of the tags, in declared order. */
  public final List<String> tagKeys() {
    return metric.definition().tags();
  }

  /** Returns the values in the order of {@link #tagKeys()}; null where an event had none. */
  public final List<@Nullable String> tagValues() {
    return tagValues;
  }

  /**
   * Takes one value. Allocates nothing once the series is warm.
   *
   * @param measured as events measure: nanoseconds for times, bytes for sizes; finite
   */
  public abstract void record(double measured);

  /** Takes one step up or down from the newest value. */
  void step(double by) {
    record(by);
  }

  /** Returns how many values were recorded; of a counter, how many events. */
  public abstract long count();

  /** Returns the sum of all values in the metric's unit; NaN where the type keeps none. */
  public double sum() {
    return Double.NaN;
  }

  /** Returns the newest value in the metric's unit; NaN where the type keeps none. */
  public double lastValue() {
    return Double.NaN;
  }

  /** Returns the largest value in the metric's unit; NaN where there is none. */
  public double max() {
    return Double.NaN;
  }

  /** Returns the values by fine buckets; empty where the type keeps none. */
  public ValueSnapshot values() {
    return ValueSnapshot.EMPTY;
  }

  /** Returns the metric's own upper bounds, ascending, in its unit; empty for none. */
  public double[] bucketBounds() {
    return NO_BOUNDS;
  }

  /**
   * Returns the exact number of values in each bucket: up to each of {@link #bucketBounds()} and
   * above the bound before, then one more for those above all; empty for a series without bounds.
   */
  public long[] bucketCounts() {
    return NO_COUNTS;
  }

  /** Hands over the values that no ring had room for. */
  void drainRounded(SampleConsumer consumer) {}

  /** Returns how many values no ring had room for. */
  long rounded() {
    return 0;
  }

  final long number() {
    return number;
  }

  /** Sets the number in the table, before any other thread sees the series. */
  final void number(long now) {
    number = now;
  }

  /** Marks that the series is in no table any more, so that nobody records into it. */
  final void leave() {
    gone = true;
  }

  final boolean isGone() {
    return gone;
  }

  @Override
  public final String toString() {
    return metric + " " + tagValues;
  }
}
