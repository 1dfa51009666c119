package dev.telemetry.instrumentation.micrometer;

import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.PulledValues.Sink;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The series that there are of meters. What a meter had that is gone goes too: a newest value at
 * once, because it is true no more; a total after five minutes, when every reporter has told it.
 * Used by one thread at a time.
 */
final class Shown {
  private static final long STAYS = TimeUnit.MINUTES.toNanos(5);

  private final Map<List<String>, Series> series = new HashMap<>();
  private final LongSupplier clock;

  Shown() {
    this(System::nanoTime);
  }

  /** Goes by another clock, as tests do. */
  Shown(LongSupplier nanos) {
    clock = nanos;
  }

  /** Tells whether a number was last shown as that of this registry. */
  boolean isOf(Registry registry, Reading reading) {
    Series shown = series.get(reading.key);
    return shown != null && shown.registry == registry;
  }

  /** Returns the metric of a number that has been read just now. */
  Series of(Registry registry, Reading reading) {
    Series shown = series.computeIfAbsent(reading.key, first -> new Series(reading));
    shown.registry = registry;
    shown.readAt = clock.getAsLong();
    return shown;
  }

  /** Takes away what was not among those that were read. */
  void keep(Set<List<String>> read, Sink sink) {
    long now = clock.getAsLong();
    Iterator<Map.Entry<List<String>, Series>> each = series.entrySet().iterator();
    while (each.hasNext()) {
      Map.Entry<List<String>, Series> entry = each.next();
      Series old = entry.getValue();
      if (!read.contains(entry.getKey()) && (!old.total || now - old.readAt > STAYS)) {
        sink.remove(old.metric, old.tagValues.clone());
        each.remove();
      }
    }
  }

  /** One series; holds nothing of the meter. */
  static final class Series {
    final MetricDefinition metric;
    private final String[] tagValues;
    private final boolean total;
    private @Nullable Registry registry;
    private long readAt;

    Series(Reading reading) {
      metric = reading.metric();
      tagValues = reading.tagValues();
      total = reading.isTotal();
    }

    void record(double value, Sink sink) {
      sink.record(metric, tagValues.clone(), value);
    }
  }
}
