package dev.telemetry.agent.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** The series of one metric by tag values, and what went wrong with it. Thread-safe. */
public final class MetricSeries {
  private static final String OTHER = "_other";

  private final Metric metric;
  private final int limit;
  private final MetricWarnings warnings;
  private final SeriesTable table;
  private final ConcurrentMap<List<@Nullable String>, Series> byValues = new ConcurrentHashMap<>();
  private final TroubleCounts troubles;
  private boolean retired;
  private volatile boolean bound;
  private volatile @Nullable Series other;
  private volatile @Nullable String firstFailure;

  MetricSeries(Metric metric, int limit, MetricWarnings warnings, SeriesTable table) {
    this.metric = metric;
    this.limit = limit;
    this.warnings = warnings;
    this.table = table;
    troubles = new TroubleCounts();
  }

  private MetricSeries(MetricSeries before) {
    metric = before.metric;
    limit = before.limit;
    warnings = before.warnings;
    table = before.table;
    troubles = before.troubles;
    bound = before.bound;
    firstFailure = before.firstFailure;
  }

  /** Returns an empty one, so that the limit is reached anew and told anew; troubles count on. */
  MetricSeries next() {
    return new MetricSeries(this);
  }

  /** Tells whether the limit was reached: values beyond it share one series. */
  boolean isFull() {
    return other != null;
  }

  /** Returns the metric. */
  public Metric metric() {
    return metric;
  }

  /** Returns how many series there are beside {@code _other}. */
  public int size() {
    return byValues.size();
  }

  /** Returns how many series there may be beside {@code _other}. */
  public int limit() {
    return limit;
  }

  /** Returns how many values went to the {@code _other} series. */
  public long overflowed() {
    return troubles.overflowed.sum();
  }

  /** Returns how many events were passed over because they had not what is measured. */
  public long skipped() {
    return troubles.skipped.sum();
  }

  /** Returns how often the metric could not take a value. */
  public long failures() {
    return troubles.failures.sum();
  }

  /** Returns what the first failure said; null where there was none. */
  public @Nullable String firstFailure() {
    return firstFailure;
  }

  /** Tells whether any event name that was seen so far feeds this. */
  boolean isBound() {
    return bound;
  }

  void bound() {
    bound = true;
  }

  /**
   * Returns the series for tag values in declared order.
   *
   * @param values not copied; shortened where they are too long
   */
  Series of(@Nullable String[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = FactKey.tidy(values[i]);
    }
    Series series = byValues.get(Arrays.asList(values));
    if (series != null) {
      return series;
    }
    return other == null ? foundOrAdded(values) : overflow();
  }

  private synchronized Series foundOrAdded(@Nullable String[] values) {
    Series series = byValues.get(Arrays.asList(values));
    if (series != null) {
      return series;
    }
    if (retired) {
      return new CountSeries(metric, values);
    }
    return byValues.size() < limit ? added(values) : overflow();
  }

  private Series added(@Nullable String[] values) {
    Series series = table.create(metric, values);
    byValues.put(series.tagValues(), series);
    return series;
  }

  /** Tells whether this is the series that all values beyond the limit share. */
  boolean isOther(Series series) {
    return series == other;
  }

  private Series overflow() {
    troubles.overflowed.increment();
    Series full = other;
    return full == null ? firstOther() : full;
  }

  private synchronized Series firstOther() {
    Series full = other;
    if (full == null) {
      @Nullable String[] values = new String[metric.definition().tags().size()];
      Arrays.fill(values, OTHER);
      full = table.create(metric, values);
      other = full;
      warnings.seriesLimitReached(metric, limit);
    }
    return full;
  }

  /** Takes all series out of the table; what is recorded from now on is seen by nobody. */
  synchronized void retire() {
    retired = true;
    Series full = other;
    Collection<Series> all = new ArrayList<>(byValues.values());
    if (full != null) {
      all.add(full);
    }
    byValues.clear();
    other = null;
    table.remove(all);
  }

  TroubleCounts troubles() {
    return troubles;
  }

  /**
   * Takes one series away, so that the next value with its tag values begins a new one. The one
   * that all values beyond the limit share stays.
   */
  synchronized void remove(Series series) {
    if (byValues.remove(series.tagValues(), series)) {
      table.remove(Collections.singleton(series));
    }
  }

  void skip() {
    troubles.skipped.increment();
  }

  void failed(Throwable failure) {
    troubles.failures.increment();
    if (firstFailure == null) {
      firstFailure = failure.getClass().getName();
      firstFailed(failure);
    }
  }

  private void firstFailed(Throwable failure) {
    try {
      firstFailure = failure.toString();
      warnings.metricFailed(metric, failure);
    } catch (Throwable whileTelling) {
      troubles.failures.increment();
    }
  }
}
