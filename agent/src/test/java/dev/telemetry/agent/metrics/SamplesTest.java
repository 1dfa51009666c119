package dev.telemetry.agent.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.MetricType;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class SamplesTest {
  private final SeriesRegistry registry = new SeriesRegistry();
  private final Series series =
      registry.series(
          Metric.of(new MetricDefinition(MetricType.SUMMARY, "a.duration").withUnit("ms")));
  private final List<String> drained = new ArrayList<>();

  private void collect(Series from, double value, long count) {
    drained.add(from.metric().definition().name() + " " + value + " x" + count);
  }

  @Test
  void samples_areDeliveredOnceAndExactly() {
    registry.samples(true);
    series.record(1_739_000);
    series.record(2_000_000);
    registry.drain(this::collect);
    registry.drain(this::collect);
    assertThat(drained).containsExactly("a.duration 1.739 x1", "a.duration 2.0 x1");
  }

  @Test
  void samples_areNotKeptUnlessWanted() {
    series.record(1);
    registry.samples(true);
    registry.drain(this::collect);
    assertThat(drained).isEmpty();
  }

  @Test
  void samples_endWhenSwitchedOff() {
    registry.samples(true);
    series.record(1);
    registry.samples(false);
    series.record(1);
    registry.drain(this::collect);
    assertThat(drained).isEmpty();
  }

  @Test
  void samples_surviveBeingWantedTwice() {
    registry.samples(true);
    series.record(1_000_000);
    registry.samples(true);
    registry.drain(this::collect);
    assertThat(drained).containsExactly("a.duration 1.0 x1");
  }

  @Test
  void roundedSamples_ofAnEarlierReaderAreForgotten() {
    registry.samples(true);
    for (int i = 0; i <= SampleRing.CAPACITY; i++) {
      series.record(1);
    }
    registry.samples(false);
    registry.samples(true);
    registry.drain(this::collect);
    assertThat(drained).isEmpty();
  }

  @Test
  void counters_giveNoSamples() {
    registry.samples(true);
    registry.series(Metric.of(new MetricDefinition(MetricType.COUNTER, "a.count"))).record(1);
    registry.drain(this::collect);
    assertThat(drained).isEmpty();
  }

  @Test
  void samples_beyondTheRingAreRoundedNotLost() {
    int more = SampleRing.CAPACITY + 1_000;
    registry.samples(true);
    for (int i = 0; i < more; i++) {
      series.record(1_000_000);
    }
    Totals totals = new Totals();
    registry.drain(totals);
    assertThat(totals.count).isEqualTo(more);
    assertThat(totals.exact).isEqualTo(SampleRing.CAPACITY);
    assertThat(totals.sum).isCloseTo(more, within(1_000 / 16.0));
    assertThat(registry.rounded()).isEqualTo(1_000);
    registry.drain(totals);
    assertThat(totals.count).isEqualTo(more);
  }

  @Test
  void samples_areCompleteWhileThreadsRecord() throws Exception {
    registry.samples(true);
    Thread[] threads = new Thread[4];
    for (int i = 0; i < threads.length; i++) {
      threads[i] =
          new Thread(
              () -> {
                for (int n = 0; n < 200_000; n++) {
                  series.record(1_000_000);
                }
              });
      threads[i].start();
    }
    Totals totals = new Totals();
    AtomicBoolean done = new AtomicBoolean();
    Thread drainer =
        new Thread(
            () -> {
              while (!done.get()) {
                registry.drain(totals);
              }
            });
    drainer.start();
    for (Thread thread : threads) {
      thread.join();
    }
    done.set(true);
    drainer.join();
    registry.drain(totals);
    assertThat(totals.count).isEqualTo(800_000);
    assertThat(totals.count - totals.exact).isEqualTo(registry.rounded());
  }

  @Test
  void samples_areDeliveredOnceThoughTheConsumerFails() {
    registry.samples(true);
    series.record(1_000_000);
    series.record(2_000_000);
    assertThatThrownBy(
            () ->
                registry.drain(
                    (from, value, count) -> {
                      throw new IllegalStateException();
                    }))
        .isInstanceOf(IllegalStateException.class);
    registry.drain(this::collect);
    assertThat(drained).containsExactly("a.duration 2.0 x1");
  }

  private static final class Totals implements SampleConsumer {
    private long count;
    private long exact;
    private double sum;

    @Override
    public void sample(Series series, double value, long count) {
      this.count += count;
      this.exact += count == 1 && value == 1 ? 1 : 0;
      sum += value * count;
    }
  }
}
