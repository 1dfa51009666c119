package dev.telemetry.agent.metrics;

import dev.telemetry.bus.Subscriber;
import dev.telemetry.instrumentation.MetricType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Decides which metrics each event feeds; given to {@link dev.telemetry.bus.Bus#subscribe}.
 *
 * <p>A metric of a span's prefix is fed by both ends, its {@code active} measurement by the start
 * too; any other by the event of that very name. Thread-safe.
 */
public final class MetricBinder implements Function<String, @Nullable Subscriber> {
  private static final String START = ".start";
  private static final String STOP = ".stop";
  private static final String EXCEPTION = ".exception";

  private final SeriesRegistry registry;
  private final FactTexts texts = new FactTexts();
  private volatile Map<Metric, MetricSeries> metrics = new LinkedHashMap<>();

  /** Binds these metrics; equal ones are bound once. */
  public MetricBinder(SeriesRegistry registry, List<Metric> metrics) {
    this.registry = registry;
    metrics(metrics);
  }

  /**
   * Replaces the metrics. Those that are equal to one before keep their series, the series of those
   * that are gone leave the registry.
   *
   * <p>Takes effect when the bus asks for its events again, see {@link
   * dev.telemetry.bus.Bus#refresh}.
   */
  public synchronized void metrics(List<Metric> now) {
    Map<Metric, MetricSeries> next = new LinkedHashMap<>();
    for (Metric metric : now) {
      next.put(metric, registry.of(metric));
    }
    for (Metric before : metrics.keySet()) {
      if (!next.containsKey(before)) {
        registry.remove(before);
      }
    }
    metrics = next;
  }

  /** Returns what feeds the metrics of an event; null where it has none. */
  @Override
  public @Nullable Subscriber apply(String event) {
    List<Binding> bindings = new ArrayList<>();
    metrics.forEach(
        (metric, series) -> {
          Measurement measurement = measurementOf(metric, event);
          if (measurement != null) {
            bindings.add(new Binding(measurement, series, texts));
          }
        });
    return bindings.isEmpty() ? null : new EventBindings(bindings.toArray(new Binding[0]));
  }

  private static @Nullable Measurement measurementOf(Metric metric, String event) {
    String own = metric.definition().event();
    if (!event.startsWith(own)) {
      return null;
    }
    switch (event.substring(own.length())) {
      case "":
        return valueOf(metric);
      case START:
        return countsActive(metric) ? Measurement.step(1) : null;
      case STOP:
      case EXCEPTION:
        return countsActive(metric) ? Measurement.step(-1) : valueOf(metric);
      default:
        return null;
    }
  }

  private static boolean countsActive(Metric metric) {
    return metric.definition().type() != MetricType.COUNTER
        && metric.definition().measurement().equals(Measurement.ACTIVE);
  }

  private static Measurement valueOf(Metric metric) {
    return metric.definition().type() == MetricType.COUNTER
        ? Measurement.one()
        : Measurement.named(metric.definition().measurement());
  }
}
