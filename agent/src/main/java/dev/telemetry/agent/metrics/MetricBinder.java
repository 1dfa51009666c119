package dev.telemetry.agent.metrics;

import dev.telemetry.TelemetryEvents;
import dev.telemetry.agent.config.NearestWord;
import dev.telemetry.bus.Subscriber;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Decides which metrics each event feeds; given to {@link dev.telemetry.bus.Bus#subscribe}.
 *
 * <p>A metric of a span's prefix is fed by both ends, its {@code active} measurement by the start
 * too; any other by the event of that very name. Thread-safe.
 */
public final class MetricBinder implements Function<String, @Nullable Subscriber> {
  private static final List<String> ENDS =
      Arrays.asList(TelemetryEvents.START, TelemetryEvents.STOP, TelemetryEvents.EXCEPTION);
  private static final int MOST_NAMES = 1_000;

  private final SeriesRegistry registry;
  private final Set<String> names = ConcurrentHashMap.newKeySet();
  private final Map<String, EventBindings> bound = new ConcurrentHashMap<>();
  private volatile Map<Metric, MetricSeries> metrics = new LinkedHashMap<>();

  /** Binds these metrics; equal ones are bound once. */
  public MetricBinder(SeriesRegistry registry, List<Metric> metrics) {
    this.registry = registry;
    release(replace(metrics));
  }

  /**
   * Replaces the metrics. One that is equal to one before keeps its series, unless it has reached
   * its limit: then it gets new ones.
   *
   * <p>Takes effect when the bus asks again for the events that the replacement affects, see {@link
   * dev.telemetry.bus.Bus#refresh}. Until it is {@linkplain #release released} the registry has the
   * series that are to go, for the last word of the reporters, and shows none that is new.
   */
  public synchronized Replacement replace(List<Metric> now) {
    registry.hideNew();
    Replacement replacement = new Replacement();
    Map<Metric, MetricSeries> next = new LinkedHashMap<>();
    for (Metric metric : now) {
      if (!next.containsKey(metric)) {
        next.put(metric, seriesOf(metric, replacement));
      }
    }
    for (Metric metric : metrics.keySet()) {
      if (!next.containsKey(metric)) {
        replacement.gone(metric);
      }
    }
    metrics = next;
    return replacement;
  }

  private MetricSeries seriesOf(Metric metric, Replacement replacement) {
    MetricSeries before = metrics.get(metric);
    if (before == null) {
      replacement.come(metric);
    } else if (before.isFull()) {
      replacement.renewed(metric, registry.renew(metric));
    }
    return registry.of(metric);
  }

  /** Takes away the series that a replacement ends; nobody records into them now. */
  public synchronized void release(Replacement replacement) {
    replacement.gone().forEach(registry::remove);
    replacement.ended().forEach(MetricSeries::retire);
    registry.showAll();
  }

  /** Tells whether a metric has reached its limit of series. */
  public boolean anyFull() {
    return metrics.values().stream().anyMatch(MetricSeries::isFull);
  }

  /**
   * Returns the metrics that somebody has written and no event name seen so far feeds: their event
   * was not emitted yet, or it is misspelt. The default metrics of libraries that were never loaded
   * are no news.
   */
  public List<Metric> waiting() {
    return written(series -> !series.isBound());
  }

  /**
   * Returns the metrics that somebody has written whose events came, but never with what they
   * measure: the measurement is misspelt, or these events have it not.
   */
  public List<Metric> unmeasured() {
    return written(series -> series.skipped() > 0 && series.size() == 0);
  }

  private List<Metric> written(Predicate<MetricSeries> wanted) {
    List<Metric> found = new ArrayList<>();
    metrics.forEach(
        (metric, series) -> {
          if (!metric.isByDefault() && wanted.test(series)) {
            found.add(metric);
          }
        });
    return found;
  }

  /** Returns the span or event seen whose name is nearly that of the metric's; null for none. */
  public @Nullable String nearest(Metric metric) {
    String event = metric.definition().event();
    String nearest = NearestWord.within(Math.max(1, event.length() / 4), event, names);
    return nearest != null ? nearest : sharingSegments(event);
  }

  /** Finds an event of which whole segments were left out, or added. */
  private @Nullable String sharingSegments(String event) {
    for (String name : new TreeSet<>(names)) {
      String longer = name.length() > event.length() ? name : event;
      String shorter = name.length() > event.length() ? event : name;
      if (longer.startsWith(shorter + ".") || longer.endsWith("." + shorter)) {
        return name;
      }
    }
    return null;
  }

  private void remember(String event) {
    if (names.size() >= MOST_NAMES) {
      return;
    }
    names.add(event);
    for (String end : ENDS) {
      if (event.endsWith(end)) {
        names.add(event.substring(0, event.length() - end.length()));
      }
    }
  }

  /** Returns what feeds the metrics of an event; null where it has none. */
  @Override
  public @Nullable Subscriber apply(String event) {
    remember(event);
    List<Binding> bindings = new ArrayList<>();
    metrics.forEach(
        (metric, series) -> {
          Measurement measurement = Measurement.of(metric.definition(), event);
          if (measurement != null) {
            series.bound();
            bindings.add(new Binding(measurement, series));
          }
        });
    if (bindings.isEmpty()) {
      bound.remove(event);
      return null;
    }
    return bound(event, bindings);
  }

  private EventBindings bound(String event, List<Binding> bindings) {
    EventBindings before = bound.get(event);
    EventBindings now = before == null ? new EventBindings(bindings) : before.followedBy(bindings);
    if (names.contains(event)) { // no more than are remembered
      bound.put(event, now);
    }
    return now;
  }
}
