package dev.telemetry.agent.metrics.micrometer;

import static dev.telemetry.agent.metrics.micrometer.MeterMetrics.metric;
import static dev.telemetry.agent.metrics.micrometer.MeterMetrics.tagValues;

import dev.telemetry.agent.metrics.Metric;
import dev.telemetry.agent.metrics.Series;
import dev.telemetry.agent.metrics.SeriesRegistry;
import dev.telemetry.agent.metrics.SeriesSource;
import dev.telemetry.instrumentation.MetricType;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.Measurement;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.cumulative.CumulativeFunctionCounter;
import io.micrometer.core.instrument.cumulative.CumulativeFunctionTimer;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.core.instrument.distribution.pause.PauseDetector;
import io.micrometer.core.instrument.internal.DefaultGauge;
import io.micrometer.core.instrument.internal.DefaultLongTaskTimer;
import io.micrometer.core.instrument.internal.DefaultMeter;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A Micrometer registry whose meters are views of series: what is recorded through it is seen by
 * all reporters, and Micrometer's own binders fill it.
 *
 * <p>Meters are cumulative; their {@code max} alone decays, as Micrometer's do. Thread-safe.
 */
public final class SeriesMeterRegistry extends MeterRegistry {
  private final SeriesRegistry registry;
  private final ConcurrentMap<Meter.Id, List<Series>> seriesByMeter = new ConcurrentHashMap<>();

  /** Makes a registry over {@code registry}, which stays its owner's. */
  public SeriesMeterRegistry(SeriesRegistry registry, Clock clock) {
    super(clock);
    this.registry = registry;
    config().onMeterRemoved(this::removeSeries);
  }

  @Override
  protected Counter newCounter(Meter.Id id) {
    return new SeriesCounter(id, recorded(id, metric(MetricType.SUM, id)));
  }

  @Override
  protected Timer newTimer(
      Meter.Id id, DistributionStatisticConfig config, PauseDetector pauseDetector) {
    Metric metric = MeterMetrics.values(id, SeriesTimer.UNIT, config, SeriesTimer.NANOS);
    return new SeriesTimer(recorded(id, metric), id, clock, config, pauseDetector);
  }

  @Override
  protected DistributionSummary newDistributionSummary(
      Meter.Id id, DistributionStatisticConfig config, double scale) {
    Metric metric = MeterMetrics.values(id, MeterMetrics.unit(id.getBaseUnit()), config, 1);
    return new SeriesDistributionSummary(recorded(id, metric), id, clock, config, scale);
  }

  @Override
  protected <T> Gauge newGauge(Meter.Id id, @Nullable T object, ToDoubleFunction<T> function) {
    Gauge gauge = new DefaultGauge<>(id, object, function);
    observe(id, metric(MetricType.LAST_VALUE, id), MeterSource.lastValue(gauge::value));
    return gauge;
  }

  @Override
  protected <T> FunctionCounter newFunctionCounter(
      Meter.Id id, T object, ToDoubleFunction<T> function) {
    FunctionCounter counter = new CumulativeFunctionCounter<>(id, object, function);
    observe(id, metric(MetricType.SUM, id), MeterSource.sum(counter::count));
    return counter;
  }

  @Override
  protected <T> FunctionTimer newFunctionTimer(
      Meter.Id id,
      T object,
      ToLongFunction<T> count,
      ToDoubleFunction<T> total,
      TimeUnit totalUnit) {
    FunctionTimer timer =
        new CumulativeFunctionTimer<>(id, object, count, total, totalUnit, getBaseTimeUnit());
    observe(id, metric(MetricType.SUMMARY, id), MeterSource.of(timer));
    return timer;
  }

  @Override
  protected LongTaskTimer newLongTaskTimer(Meter.Id id, DistributionStatisticConfig config) {
    LongTaskTimer timer = new DefaultLongTaskTimer(id, clock, getBaseTimeUnit(), config, false);
    Metric active =
        metric(MetricType.LAST_VALUE, id.withBaseUnit("tasks"), id.getName() + ".active");
    Metric duration = metric(MetricType.LAST_VALUE, id, id.getName() + ".duration");
    observe(id, active, MeterSource.lastValue(timer::activeTasks));
    observe(id, duration, MeterSource.lastValue(() -> timer.duration(getBaseTimeUnit())));
    return timer;
  }

  @Override
  protected Meter newMeter(Meter.Id id, Meter.Type type, Iterable<Measurement> measurements) {
    for (Measurement measurement : measurements) {
      observe(id, id.withTag(measurement.getStatistic()), measurement);
    }
    return new DefaultMeter(id, type, measurements);
  }

  private void observe(Meter.Id id, Meter.Id tagged, Measurement measurement) {
    switch (measurement.getStatistic()) {
      case COUNT:
      case TOTAL:
      case TOTAL_TIME:
        SeriesSource sum = MeterSource.sum(measurement::getValue);
        remembered(id, registry.observe(metric(MetricType.SUM, tagged), sum, tagValues(tagged)));
        break;
      default:
        SeriesSource last = MeterSource.lastValue(measurement::getValue);
        Metric metric = metric(MetricType.LAST_VALUE, tagged);
        remembered(id, registry.observe(metric, last, tagValues(tagged)));
    }
  }

  private Series recorded(Meter.Id id, Metric metric) {
    return remembered(id, registry.series(metric, tagValues(id)));
  }

  private void observe(Meter.Id id, Metric metric, SeriesSource source) {
    remembered(id, registry.observe(metric, source, tagValues(id)));
  }

  private Series remembered(Meter.Id id, Series series) {
    seriesByMeter.computeIfAbsent(id, first -> new CopyOnWriteArrayList<>()).add(series);
    return series;
  }

  private void removeSeries(Meter meter) {
    List<Series> all = seriesByMeter.remove(meter.getId());
    if (all != null) {
      all.forEach(registry::remove);
    }
  }

  @Override
  protected TimeUnit getBaseTimeUnit() {
    return TimeUnit.SECONDS;
  }

  @Override
  protected DistributionStatisticConfig defaultHistogramConfig() {
    return DistributionStatisticConfig.DEFAULT;
  }
}
