package dev.telemetry.agent.metrics.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.telemetry.agent.metrics.Series;
import dev.telemetry.agent.metrics.SeriesRegistry;
import dev.telemetry.instrumentation.MetricType;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.Measurement;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Statistic;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SeriesMeterRegistryTest {
  private final SeriesRegistry registry = new SeriesRegistry();
  private final SeriesMeterRegistry meters = new SeriesMeterRegistry(registry, Clock.SYSTEM);

  private Series only() {
    assertThat(all()).hasSize(1);
    return all().get(0);
  }

  private List<Series> all() {
    List<Series> all = new ArrayList<>();
    registry.forEach(all::add);
    return all;
  }

  @Test
  void counter_isASumWithItsTags() {
    Counter counter = meters.counter("orders", "kind", "book", "area", "north");
    counter.increment(2.5);
    assertThat(only().sum()).isEqualTo(2.5);
    assertThat(only().tagKeys()).containsExactly("area", "kind");
    assertThat(only().tagValues()).containsExactly("north", "book");
  }

  @Test
  void counter_convertsNoUnit() {
    Counter.builder("cpu").baseUnit("seconds").register(meters).increment(1.5);
    assertThat(only().sum()).isEqualTo(1.5);
    assertThat(only().metric().unit().symbol()).isEqualTo("s");
  }

  @Test
  void timer_recordsSeconds() {
    meters.timer("work").record(Duration.ofMillis(250));
    assertThat(only().metric().definition().type()).isEqualTo(MetricType.SUMMARY);
    assertThat(only().count()).isEqualTo(1);
    assertThat(only().sum()).isEqualTo(0.25);
  }

  @Test
  void timer_withObjectivesIsADistribution() {
    Timer timer =
        Timer.builder("work")
            .serviceLevelObjectives(Duration.ofMillis(100), Duration.ofMillis(500))
            .register(meters);
    timer.record(100, TimeUnit.MILLISECONDS);
    timer.record(300, TimeUnit.MILLISECONDS);
    timer.record(900, TimeUnit.MILLISECONDS);
    assertThat(only().metric().definition().type()).isEqualTo(MetricType.DISTRIBUTION);
    assertThat(only().bucketBounds()).containsExactly(0.1, 0.5);
    assertThat(only().bucketCounts()).containsExactly(1, 1, 1);
    assertThat(timer.takeSnapshot().histogramCounts())
        .extracting(bucket -> bucket.count())
        .containsExactly(1.0, 2.0);
  }

  @Test
  void timer_givesSamples() {
    registry.samples(true);
    meters.timer("work").record(Duration.ofMillis(250));
    List<Double> samples = new ArrayList<>();
    registry.drain((series, value, count) -> samples.add(value));
    assertThat(samples).containsExactly(0.25);
  }

  @Test
  void summary_showsPercentiles() {
    DistributionSummary summary =
        DistributionSummary.builder("size").publishPercentiles(0.5).register(meters);
    for (int i = 1; i <= 100; i++) {
      summary.record(i);
    }
    assertThat(summary.takeSnapshot().percentileValues()[0].value())
        .isCloseTo(50, within(50 / 16.0));
  }

  @Test
  void gauge_isReadWhenTheSeriesIs() {
    AtomicInteger size = meters.gauge("queue", new AtomicInteger(3));
    size.set(5);
    assertThat(only().metric().definition().type()).isEqualTo(MetricType.LAST_VALUE);
    assertThat(only().lastValue()).isEqualTo(5);
  }

  @Test
  void functionTimer_isASummaryOfCountAndSum() {
    FunctionTimer.builder("gc", this, self -> 4, self -> 2_000, TimeUnit.MILLISECONDS)
        .register(meters);
    assertThat(only().count()).isEqualTo(4);
    assertThat(only().sum()).isEqualTo(2);
  }

  @Test
  void longTaskTimer_showsActiveTasksAndTheirDuration() {
    LongTaskTimer.builder("import").register(meters).start();
    assertThat(all())
        .extracting(series -> series.metric().definition().name())
        .containsExactlyInAnyOrder("import.active", "import.duration");
    assertThat(all())
        .filteredOn(series -> series.metric().definition().name().equals("import.active"))
        .singleElement()
        .extracting(Series::lastValue)
        .isEqualTo(1.0);
  }

  @Test
  void meter_showsEachMeasurement() {
    Meter.builder(
            "custom",
            Meter.Type.OTHER,
            List.of(
                new Measurement(() -> 1.0, Statistic.COUNT),
                new Measurement(() -> 2.0, Statistic.VALUE)))
        .register(meters);
    assertThat(all())
        .extracting(series -> series.tagValues() + " " + series.sum() + " " + series.lastValue())
        .containsExactlyInAnyOrder("[count] 1.0 NaN", "[value] NaN 2.0");
  }

  @Test
  void removedGauge_takesItsSeriesAlong() {
    meters.remove(Gauge.builder("queue", () -> 3).register(meters));
    assertThat(all()).isEmpty();
    assertThat(registry.size()).isZero();
  }

  @Test
  void removedMeter_takesItsSeriesAlong() {
    Counter counter = meters.counter("orders");
    counter.increment();
    meters.remove(counter);
    assertThat(all()).isEmpty();
    meters.counter("orders").increment();
    assertThat(only().sum()).isEqualTo(1);
  }
}
