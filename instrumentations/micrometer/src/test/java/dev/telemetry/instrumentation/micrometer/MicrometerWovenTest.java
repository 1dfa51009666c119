package dev.telemetry.instrumentation.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.telemetry.instrumentation.testing.Woven;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.Measurement;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MockClock;
import io.micrometer.core.instrument.Statistic;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.core.instrument.step.StepMeterRegistry;
import io.micrometer.core.instrument.step.StepRegistryConfig;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(60)
class MicrometerWovenTest {
  private final MicrometerModule module = new MicrometerModule();
  private final Taken taken = new Taken();
  private final MockClock clock = new MockClock();
  private final MeterRegistry registry = new SimpleMeterRegistry(SimpleConfig.DEFAULT, clock);

  @RegisterExtension final Woven woven = new Woven(module);

  @AfterEach
  void close() {
    registry.close();
  }

  @Test
  void counter_isSummedUpByWhatHasCome() {
    registry.counter("orders", "kind", "card").increment(2);
    pull();
    registry.counter("orders", "kind", "card").increment(3);
    pull();
    pull();

    assertThat(taken.values).containsExactly(entry("orders[kind][card]", 5.0));
  }

  @Test
  void gauge_isItsNewestValueAndGoesWithItsMeter() {
    AtomicLong queue = new AtomicLong(7);
    Gauge gauge =
        Gauge.builder("queue", queue, AtomicLong::get).baseUnit("bytes").register(registry);
    pull();
    queue.set(4);
    pull();

    assertThat(taken.values).containsExactly(entry("queue", 4.0));
    assertThat(taken.units).containsEntry("queue", "By");
    registry.remove(gauge);
    pull();
    assertThat(taken.values).isEmpty();
  }

  @Test
  void timer_isItsCountAndItsTime() {
    registry.timer("call").record(20, TimeUnit.MILLISECONDS);
    pull();
    registry.timer("call").record(30, TimeUnit.MILLISECONDS);
    pull();

    assertThat(taken.values)
        .containsExactly(
            entry("call.count", 2.0), entry("call.max", 30e6), entry("call.sum", 50e6));
    assertThat(taken.units).containsEntry("call.sum", "s").containsEntry("call.count", "{event}");
  }

  @Test
  void summary_isItsCountAndItsAmount() {
    DistributionSummary.builder("basket").baseUnit("items").register(registry).record(3);
    pull();

    assertThat(taken.values)
        .containsExactly(
            entry("basket.count", 1.0), entry("basket.max", 3.0), entry("basket.sum", 3.0));
    assertThat(taken.units).containsEntry("basket.sum", "{items}");
  }

  @Test
  void functions_areAskedForWhatTheyHave() {
    AtomicLong calls = new AtomicLong(3);
    FunctionCounter.builder("hits", calls, AtomicLong::get).register(registry);
    FunctionTimer.builder("gets", calls, AtomicLong::get, n -> n.get() * 2.0, TimeUnit.SECONDS)
        .register(registry);
    pull();
    calls.set(5);
    pull();

    assertThat(taken.values)
        .containsExactly(entry("gets.count", 5.0), entry("gets.sum", 10e9), entry("hits", 5.0));
  }

  @Test
  void longTask_isActiveAsLongAsItRuns() {
    LongTaskTimer.Sample task = LongTaskTimer.builder("export").register(registry).start();
    clock.add(Duration.ofSeconds(2));
    pull();

    assertThat(taken.values)
        .containsExactly(entry("export.active", 1.0), entry("export.duration", 2e9));
    task.stop();
    pull();
    assertThat(taken.values).containsEntry("export.active", 0.0);
  }

  @Test
  void meterOfItsOwnKinds_isNamedByThem() {
    Meter.builder(
            "own",
            Meter.Type.OTHER,
            List.of(
                new Measurement(() -> 3.0, Statistic.TOTAL),
                new Measurement(() -> 2.0, Statistic.VALUE)))
        .register(registry);
    pull();
    pull();

    assertThat(taken.values).containsExactly(entry("own.total", 3.0), entry("own.value", 2.0));
  }

  @Test
  void meterThatIsMadeAnew_goesOnFromItsTotal() {
    registry.remove(incremented(2));
    incremented(3);
    pull();
    registry.remove(registry.counter("orders"));
    incremented(4);
    pull();

    assertThat(taken.values).containsExactly(entry("orders", 7.0));
  }

  @Test
  void registriesBehindAComposite_countOnce() {
    CompositeMeterRegistry all = new CompositeMeterRegistry();
    SimpleMeterRegistry other = new SimpleMeterRegistry();
    all.add(registry).add(other);
    all.counter("orders").increment(2);
    pull();
    other.counter("only.here").increment();
    all.counter("orders").increment();
    pull();

    assertThat(taken.values).containsExactly(entry("only.here", 1.0), entry("orders", 3.0));
  }

  /** As when they are read while a composite makes a meter in one of them after the other. */
  @Test
  void meterThatTheOlderRegistryGetsLater_isCountedOnce() {
    SimpleMeterRegistry younger = new SimpleMeterRegistry();
    registry.counter("before");
    younger.counter("orders").increment(120);
    pull();
    registry.counter("orders").increment(5_000);
    younger.counter("orders").increment(4_880);
    pull();
    pull();

    assertThat(taken.values).containsEntry("orders", 5_000.0);
  }

  @Test
  void registryThatTakesOver_countsFromThere() {
    CompositeMeterRegistry all = new CompositeMeterRegistry();
    SimpleMeterRegistry first = new SimpleMeterRegistry();
    all.add(first).add(new SimpleMeterRegistry());
    all.counter("orders").increment(2);
    pull();
    first.close();
    pull();
    all.counter("orders").increment(5);
    pull();

    assertThat(taken.values).containsExactly(entry("orders", 7.0));
  }

  @Test
  void closedRegistry_isReadOnceMoreAndItsGaugesGo() {
    registry.counter("orders").increment();
    registry.gauge("queue", new AtomicLong(7));
    pull();
    registry.counter("orders").increment();
    registry.close();
    pull();

    assertThat(taken.values).containsEntry("orders", 2.0).containsKey("queue");
    pull();
    assertThat(taken.values).containsExactly(entry("orders", 2.0));
  }

  @Test
  void registryThatKeepsNoTotals_isToldAndNotRead() {
    MeterRegistry step = new Stepping(clock);
    step.counter("orders").increment();
    pull();

    assertThat(taken.values).isEmpty();
    assertThat(woven.events().named("micrometer.registry"))
        .singleElement()
        .satisfies(
            found ->
                assertThat(found.metadata())
                    .containsEntry("micrometer.registry.type", Stepping.class.getName())
                    .containsEntry("micrometer.registry.forwarded", "false"));
  }

  @Test
  void gaugeThatThrows_hindersNoOther() {
    Gauge.builder(
            "broken",
            () -> {
              throw new IllegalStateException("broken");
            })
        .register(registry);
    incremented(1);
    pull();

    assertThat(taken.values).containsExactly(entry("orders", 1.0));
  }

  @Test
  void registryThatNobodyHolds_isCollected() {
    WeakReference<MeterRegistry> dropped = droppedRegistry();

    while (dropped.get() != null) {
      System.gc();
    }

    pull();
    assertThat(taken.values).containsExactly(entry("orders", 1.0));
  }

  private WeakReference<MeterRegistry> droppedRegistry() {
    MeterRegistry dropped = new SimpleMeterRegistry();
    dropped.counter("orders").increment();
    dropped.timer("call").record(1, TimeUnit.SECONDS);
    pull();
    taken.values.keySet().retainAll(List.of("orders"));
    return new WeakReference<>(dropped);
  }

  private Meter incremented(double by) {
    registry.counter("orders").increment(by);
    return registry.counter("orders");
  }

  private void pull() {
    module.pull(taken);
  }

  /** Forgets at each of its steps. */
  private static final class Stepping extends StepMeterRegistry {
    Stepping(Clock clock) {
      super(
          new StepRegistryConfig() {
            @Override
            public String prefix() {
              return "stepping";
            }

            @Override
            public @Nullable String get(String key) {
              return key.endsWith("enabled") ? "false" : null;
            }
          },
          clock);
    }

    @Override
    protected void publish() {}

    @Override
    protected TimeUnit getBaseTimeUnit() {
      return TimeUnit.SECONDS;
    }
  }
}
