package dev.telemetry.agent.metrics;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All live series by a number of their own, so that a sample need not hold a reference.
 * Thread-safe; a number is never used again, though its place is.
 */
final class SeriesTable {
  private static final int PLACE_BITS = 32;

  private final SampleBuffer samples;
  private final Deque<Integer> free = new ArrayDeque<>();
  private volatile @Nullable Series[] places = new Series[64];
  private volatile int used;
  private volatile long newestShown = Long.MAX_VALUE;
  private long numbers;
  private long roundedOfGone;

  SeriesTable(SampleBuffer samples) {
    this.samples = samples;
  }

  /** Makes the series that the metric's type asks for. */
  Series create(Metric metric, @Nullable String[] tagValues) {
    Series series = newSeries(metric, tagValues);
    add(series);
    return series;
  }

  private Series newSeries(Metric metric, @Nullable String[] tagValues) {
    switch (metric.definition().type()) {
      case COUNTER:
        return new CountSeries(metric, tagValues);
      case SUM:
        return new SumSeries(metric, tagValues);
      case LAST_VALUE:
        return new LastValueSeries(metric, tagValues);
      default:
        return new ValueSeries(metric, tagValues, samples);
    }
  }

  private synchronized void add(Series series) {
    Integer again = free.poll();
    int place = again == null ? used : again;
    // The array is written before the volatile field that lets readers see it.
    @Nullable Series[] now = place == places.length ? Arrays.copyOf(places, 2 * place) : places;
    series.number(++numbers << PLACE_BITS | place);
    now[place] = series;
    places = now;
    used = Math.max(used, place + 1);
  }

  synchronized void remove(Collection<Series> gone) {
    @Nullable Series[] left = places.clone();
    for (Series series : gone) {
      int place = (int) series.number();
      if (left[place] == series) {
        left[place] = null;
        free.push(place);
      }
      series.leave();
      roundedOfGone += series.rounded();
    }
    places = left;
  }

  synchronized int count() {
    return used - free.size();
  }

  /** Returns how many values no ring had room for, those of series that are gone too. */
  synchronized long rounded() {
    long[] rounded = {roundedOfGone};
    forEach(series -> rounded[0] += series.rounded());
    return rounded[0];
  }

  /** Returns how many places there are, whether or not there is a series in them. */
  int size() {
    return places.length;
  }

  /** Returns the series of a number; null where it was removed. */
  @Nullable Series get(long number) {
    Series there = places[(int) number];
    return there != null && there.number() == number ? there : null;
  }

  /** Hides the series that are made from now on, until {@link #showAll}. */
  synchronized void hideNew() {
    newestShown = numbers;
  }

  /** Shows what {@link #hideNew} hides. */
  void showAll() {
    newestShown = Long.MAX_VALUE;
  }

  /** Gives all series that are not hidden. */
  void forEachShown(Consumer<? super Series> action) {
    long newest = newestShown;
    forEach(
        series -> {
          if (series.number() >>> PLACE_BITS <= newest) {
            action.accept(series);
          }
        });
  }

  /** Gives all series, hidden ones too. */
  void forEach(Consumer<? super Series> action) {
    int end = used;
    @Nullable Series[] now = places;
    for (int i = 0; i < end; i++) {
      Series series = now[i];
      if (series != null) {
        action.accept(series);
      }
    }
  }
}
