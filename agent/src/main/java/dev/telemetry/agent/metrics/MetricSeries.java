package dev.telemetry.agent.metrics;

import dev.telemetry.bus.Facts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The series of one metric by tag values, and what went wrong with it. Thread-safe. */
public final class MetricSeries {
  private static final String OTHER = "_other";

  private final Metric metric;
  private final int limit;
  private final MetricWarnings warnings;
  private final SeriesTable table;
  private final TagRule[] tags;
  private final TagNode root = new TagNode();
  private final List<Series> all = new ArrayList<>();
  private final TroubleCounts troubles = new TroubleCounts();
  private boolean retired;
  private volatile @Nullable Series other;
  private volatile @Nullable String firstFailure;

  MetricSeries(Metric metric, int limit, MetricWarnings warnings, SeriesTable table) {
    this.metric = metric;
    this.limit = limit;
    this.warnings = warnings;
    this.table = table;
    this.tags =
        metric.definition().tags().stream()
            .map(tag -> metric.tagRules().getOrDefault(tag, TagRule.from(tag)))
            .toArray(TagRule[]::new);
  }

  /** Returns the metric. */
  public Metric metric() {
    return metric;
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

  /** Returns the series for the tag values of an event; allocates nothing once it exists. */
  Series of(FactTexts texts, Facts facts, @Nullable Throwable error) {
    TagNode node = root;
    for (int i = 0; node != null && i < tags.length; i++) {
      node = node.child(tags[i].value(texts, facts, error));
    }
    Series series = node == null ? null : node.series();
    return series == null ? unseen(texts, facts, error) : series;
  }

  private Series unseen(FactTexts texts, Facts facts, @Nullable Throwable error) {
    @Nullable String[] values = new String[tags.length];
    for (int i = 0; i < tags.length; i++) {
      values[i] = tags[i].value(texts, facts, error);
    }
    return of(values);
  }

  /** Returns the series for tag values in declared order. */
  Series of(@Nullable String[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = FactTexts.tidy(values[i]);
    }
    Series series = found(values);
    if (series != null) {
      return series;
    }
    return other == null ? foundOrAdded(values) : overflow();
  }

  private @Nullable Series found(@Nullable String[] values) {
    TagNode node = root;
    for (int i = 0; node != null && i < values.length; i++) {
      node = node.child(values[i]);
    }
    return node == null ? null : node.series();
  }

  private synchronized Series foundOrAdded(@Nullable String[] values) {
    Series series = found(values);
    if (series != null) {
      return series;
    }
    return all.size() < limit ? added(values) : overflow();
  }

  private Series added(@Nullable String[] values) {
    TagNode node = root;
    for (String value : values) {
      node = node.grownChild(value);
    }
    Series series = created(values);
    node.series(series);
    return series;
  }

  private Series overflow() {
    troubles.overflowed.increment();
    Series full = other;
    return full == null ? firstOther() : full;
  }

  private Series firstOther() {
    @Nullable String[] values = new String[tags.length];
    Arrays.fill(values, OTHER);
    Series full = created(values);
    other = full;
    warnings.seriesLimitReached(metric, limit);
    return full;
  }

  private Series created(@Nullable String[] values) {
    if (retired) {
      return new CountSeries(metric, values);
    }
    Series series = table.create(metric, values);
    all.add(series);
    return series;
  }

  /** Takes all series out of the table; what is recorded from now on is seen by nobody. */
  synchronized void retire() {
    retired = true;
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
    if (series != other && all.remove(series)) {
      table.remove(Collections.singleton(series));
      TagNode node = root;
      for (String value : series.tagValues()) {
        node = node.grownChild(value);
      }
      node.series(null);
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
