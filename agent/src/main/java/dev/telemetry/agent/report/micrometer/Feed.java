package dev.telemetry.agent.report.micrometer;

import dev.telemetry.agent.metrics.Metric;
import dev.telemetry.agent.metrics.Series;
import dev.telemetry.agent.report.Deliveries;
import dev.telemetry.agent.report.GlobalTags;
import dev.telemetry.agent.report.LossReason;
import dev.telemetry.agent.report.SeriesChange;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Records into meters what came to series. For one thread.
 *
 * <p>Counts are exact; so are sums, because the middles of the fine buckets are scaled to them.
 */
final class Feed {
  /** A meter takes values one by one: no series may hold the others up. */
  private static final long MOST_VALUES = 100_000;

  static final LossReason DECREASE =
      new LossReason(
          "decrease of a sum",
          "a sum went down, and a counter of Micrometer cannot",
          "a `last-value` for what goes up and down");
  static final LossReason TOO_MANY =
      new LossReason(
          "too many values",
          "more than 100,000 values came to one series between two feeds",
          "a shorter `every`");

  private final MeterRegistry registry;
  private final GlobalTags globalTags;
  private final Deliveries deliveries;
  private final Map<Series, Meter> meters = new HashMap<>();

  Feed(MeterRegistry registry, GlobalTags globalTags, Deliveries deliveries) {
    this.registry = registry;
    this.globalTags = globalTags;
    this.deliveries = deliveries;
  }

  /** Records a change. */
  void accept(SeriesChange change) {
    Meter meter = meters.computeIfAbsent(change.series(), this::meter);
    if (meter instanceof Counter) {
      count((Counter) meter, change);
    } else if (meter instanceof Timer) {
      double divisor = change.series().metric().unit().divisor();
      Timer timer = (Timer) meter;
      values(change, v -> timer.record(Math.round(v * divisor), TimeUnit.NANOSECONDS));
    } else if (meter instanceof DistributionSummary) {
      values(change, ((DistributionSummary) meter)::record);
    } else {
      deliveries.sent(1);
    }
  }

  /** Takes the meter of a series away. */
  void remove(Series series) {
    Meter meter = meters.remove(series);
    if (meter != null) {
      registry.remove(meter);
    }
  }

  private void count(Counter counter, SeriesChange change) {
    double sum = change.sum();
    double amount = Double.isNaN(sum) ? (double) change.count() : sum;
    if (amount >= 0) {
      counter.increment(amount);
      deliveries.sent(1);
    } else {
      deliveries.lost(DECREASE, 1);
    }
  }

  private void values(SeriesChange change, DoubleConsumer record) {
    double[] inAll = {0};
    change.values().forEach((value, count) -> inAll[0] += value * count);
    double scale = inAll[0] > 0 && change.sum() > 0 ? change.sum() / inAll[0] : 1;
    long[] room = {MOST_VALUES};
    change
        .values()
        .forEach(
            (value, count) -> {
              long taken = Math.min(room[0], count);
              room[0] -= taken;
              for (long i = 0; i < taken; i++) {
                record.accept(value * scale);
              }
              deliveries.sent(taken);
              deliveries.lost(TOO_MANY, count - taken);
            });
  }

  private Meter meter(Series series) {
    Metric metric = series.metric();
    String name = metric.definition().name();
    List<Tag> tags = tags(series);
    switch (metric.definition().type()) {
      case COUNTER:
      case SUM:
        return Counter.builder(name).tags(tags).baseUnit(unit(metric)).register(registry);
      case LAST_VALUE:
        return Gauge.builder(name, series, Series::lastValue)
            .tags(tags)
            .baseUnit(unit(metric))
            .register(registry);
      default:
        return metric.unit().isTime() ? timer(metric, tags) : summary(metric, tags);
    }
  }

  private Meter timer(Metric metric, List<Tag> tags) {
    return Timer.builder(metric.definition().name()).tags(tags).register(registry);
  }

  private Meter summary(Metric metric, List<Tag> tags) {
    return DistributionSummary.builder(metric.definition().name())
        .tags(tags)
        .baseUnit(unit(metric))
        .register(registry);
  }

  private static @Nullable String unit(Metric metric) {
    String symbol = metric.unit().symbol();
    return symbol.isEmpty() ? null : symbol;
  }

  private List<Tag> tags(Series series) {
    List<Tag> tags = new ArrayList<>();
    for (int i = 0; i < series.tagKeys().size(); i++) {
      String value = series.tagValues().get(i);
      tags.add(Tag.of(series.tagKeys().get(i), value == null ? "" : value));
    }
    globalTags
        .asMap()
        .forEach(
            (key, value) -> {
              if (!series.tagKeys().contains(key)) {
                tags.add(Tag.of(key, value));
              }
            });
    return tags;
  }
}
