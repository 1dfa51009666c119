package dev.telemetry.agent.metrics;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All live series by a number of their own, so that a sample need not hold a reference.
 * Thread-safe; a number is never used again.
 */
final class SeriesTable {
  private volatile @Nullable Series[] slots = new Series[64];
  private volatile int used;
  private final SampleBuffer samples;
  private int removed;

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
    int index = used;
    if (index == slots.length) {
      slots = Arrays.copyOf(slots, 2 * index);
    }
    slots[index] = series;
    series.index(index);
    used = index + 1;
  }

  synchronized void remove(Collection<Series> gone) {
    Set<Series> all = new HashSet<>(gone);
    @Nullable Series[] left = slots.clone();
    for (int i = 0; i < used; i++) {
      if (all.contains(left[i])) {
        left[i] = null;
        removed++;
      }
    }
    slots = left;
  }

  synchronized int count() {
    return used - removed;
  }

  /** Returns the series of a number; null where it was removed. */
  @Nullable Series get(int index) {
    return slots[index];
  }

  void forEach(Consumer<? super Series> action) {
    int end = used;
    @Nullable Series[] now = slots;
    for (int i = 0; i < end; i++) {
      Series series = now[i];
      if (series != null) {
        action.accept(series);
      }
    }
  }
}
