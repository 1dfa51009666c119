package dev.telemetry.agent.metrics;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Owns all series: emitting threads record into them, reporters read them on their own threads.
 *
 * <p>Thread-safe. Reading takes no lock that recording waits for.
 */
public final class SeriesRegistry {
  static final int DEFAULT_SERIES_LIMIT = 2_000;

  private final int seriesLimit;
  private final TroubleMetrics shownTroubles;
  private final ConcurrentMap<Metric, MetricSeries> metrics = new ConcurrentHashMap<>();
  private final TroubleCounts troublesOfGone = new TroubleCounts();
  private final Set<Series> observed = ConcurrentHashMap.newKeySet();
  private final SampleBuffer samples = new SampleBuffer();
  private final SeriesTable table = new SeriesTable(samples);
  private int samplesWanted;

  /** Makes a registry with 2,000 series for each metric, which warns nobody. */
  public SeriesRegistry() {
    this(MetricWarnings.none());
  }

  /** Makes a registry with 2,000 series for each metric. */
  public SeriesRegistry(MetricWarnings warnings) {
    this(DEFAULT_SERIES_LIMIT, warnings);
  }

  /**
   * Makes a registry.
   *
   * @param seriesLimit how many series a metric may have beside {@code _other}
   */
  public SeriesRegistry(int seriesLimit, MetricWarnings warnings) {
    this.seriesLimit = seriesLimit;
    this.shownTroubles = new TroubleMetrics(this, warnings);
  }

  /** Shows every live series, those of one metric in no promised order. */
  public void forEach(Consumer<? super Series> action) {
    table.forEachShown(action);
    observed.forEach(action);
  }

  /** Shows every live series of the metrics that a reporter gets, by its name. */
  public void forEachOf(String reporter, Consumer<? super Series> action) {
    forEach(
        series -> {
          if (series.metric().goesTo(reporter)) {
            action.accept(series);
          }
        });
  }

  /** Returns the metrics with their series and with what went wrong, in no promised order. */
  public Collection<MetricSeries> metrics() {
    return metrics.values();
  }

  /**
   * Returns the series of a metric for these tag values, created where it is new.
   *
   * @param tagValues as many as the metric has tags, in their order; null for none
   */
  public Series series(Metric metric, @Nullable String... tagValues) {
    requireAll(metric, tagValues);
    return of(metric).of(tagValues.clone());
  }

  /**
   * Adds a series whose values are kept elsewhere. It is no part of the metric's limit and is the
   * caller's to take away again.
   *
   * @param tagValues as many as the metric has tags, in their order; null for none
   */
  public Series observe(Metric metric, SeriesSource source, @Nullable String... tagValues) {
    requireAll(metric, tagValues);
    Series series = new ObservedSeries(metric, tagValues.clone(), source);
    observed.add(series);
    return series;
  }

  /**
   * Takes a series away; one that is asked for by the same tag values later is a new one. An {@code
   * _other} series stays.
   */
  public void remove(Series series) {
    MetricSeries owner = metrics.get(series.metric());
    if (!observed.remove(series) && owner != null) {
      owner.remove(series);
    }
  }

  /** Returns how many series there are. */
  public int size() {
    return table.count() + observed.size();
  }

  /** Returns how many values went to an {@code _other} series. */
  public long overflowed() {
    return troubles().overflowed.sum();
  }

  /** Returns how many events were passed over because they had not what a metric measures. */
  public long skipped() {
    return troubles().skipped.sum();
  }

  /** Returns how often a metric could not take a value. */
  public long failures() {
    return troubles().failures.sum();
  }

  private TroubleCounts troubles() {
    TroubleCounts all = new TroubleCounts();
    all.add(troublesOfGone);
    metrics.values().forEach(metric -> all.add(metric.troubles()));
    return all;
  }

  /**
   * Begins or ends to keep the single values of summaries and distributions for {@link #drain}:
   * they are kept as long as anybody who began has not ended, so that one can follow another.
   */
  public synchronized void samples(boolean wanted) {
    samplesWanted = Math.max(0, samplesWanted + (wanted ? 1 : -1));
    if (samplesWanted > 0 && !samples.on()) {
      drain((series, value, count) -> {}); // what was rounded before the last switch-off
    }
    samples.switchTo(samplesWanted > 0);
  }

  /**
   * Hands over the single values since the last call, in no promised order; one thread at a time.
   * Every value is delivered once: exactly, or rounded where it came too fast.
   */
  public synchronized void drain(SampleConsumer consumer) {
    samples.drain(table, consumer);
  }

  /**
   * Returns how many single values were rounded because they came faster than they were drained.
   */
  public long rounded() {
    return table.rounded();
  }

  private static void requireAll(Metric metric, @Nullable String[] tagValues) {
    if (tagValues.length != metric.definition().tags().size()) {
      throw new IllegalArgumentException("expected a value for each tag of " + metric);
    }
  }

  MetricSeries of(Metric metric) {
    return metrics.computeIfAbsent(metric, this::newMetric);
  }

  /**
   * Gives a metric new series, with room up to its limit. Those it had stay in the registry until
   * they are {@linkplain MetricSeries#retire retired}.
   *
   * @return the series so far, which the bindings until now record into
   */
  MetricSeries renew(Metric metric) {
    MetricSeries before = of(metric);
    metrics.put(metric, before.next());
    return before;
  }

  /** Shows no series that is made from now on, so that none is beside the one it replaces. */
  void hideNew() {
    table.hideNew();
  }

  /** Shows all series again. */
  void showAll() {
    table.showAll();
  }

  void remove(Metric metric) {
    MetricSeries gone = metrics.remove(metric);
    if (gone != null) {
      gone.retire();
      shownTroubles.forget(metric);
      troublesOfGone.add(gone.troubles());
    }
  }

  private MetricSeries newMetric(Metric metric) {
    int limit = metric.limit() == 0 ? seriesLimit : metric.limit();
    return new MetricSeries(metric, limit, shownTroubles, table);
  }

  /** Returns how many places for series there are, used or not. */
  int places() {
    return table.size();
  }
}
