package dev.telemetry.agent.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.MetricType;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueSeriesTest {
  private static final int THREADS = 8;

  private static Series series(MetricType type, String unit, double... buckets) {
    MetricDefinition definition =
        new MetricDefinition(type, "a.b").withUnit(unit).withBuckets(buckets);
    return new SeriesRegistry().series(Metric.of(definition));
  }

  private static void onThreads(ThrowingTask task) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    CyclicBarrier together = new CyclicBarrier(THREADS);
    try {
      Future<?>[] running = new Future<?>[THREADS];
      for (int i = 0; i < THREADS; i++) {
        running[i] =
            threads.submit(
                () -> {
                  together.await();
                  task.run();
                  return null;
                });
      }
      for (Future<?> one : running) {
        one.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private interface ThrowingTask {
    void run() throws Exception;
  }

  @ParameterizedTest
  @EnumSource(MetricType.class)
  void count_isExactUnderThreads(MetricType type) throws Exception {
    Series series = series(type, "");
    onThreads(() -> IntStream.range(0, 100_000).forEach(i -> series.record(i % 100)));
    assertThat(series.count()).isEqualTo(THREADS * 100_000L);
  }

  @ParameterizedTest
  @EnumSource(
      value = MetricType.class,
      names = {"SUM", "SUMMARY", "DISTRIBUTION"})
  void sum_isExactUnderThreads(MetricType type) throws Exception {
    Series series = series(type, "");
    onThreads(() -> IntStream.range(0, 100_000).forEach(i -> series.record(i % 100)));
    assertThat(series.sum()).isEqualTo(THREADS * 100_000 * 49.5);
  }

  @Test
  void max_isExactUnderThreads() throws Exception {
    Series series = series(MetricType.SUMMARY, "ms");
    onThreads(() -> IntStream.rangeClosed(1, 100_000).forEach(i -> series.record(i * 1_000)));
    assertThat(series.max()).isEqualTo(100);
  }

  @Test
  void max_isNanWithoutValues() {
    assertThat(series(MetricType.SUMMARY, "").max()).isNaN();
  }

  @Test
  void max_mayBeNegative() {
    Series series = series(MetricType.SUMMARY, "");
    series.record(-3);
    series.record(-2);
    assertThat(series.max()).isEqualTo(-2);
  }

  @Test
  void bucketCounts_areExactUnderThreads() throws Exception {
    Series series = series(MetricType.DISTRIBUTION, "", 0, 10, 50);
    onThreads(() -> IntStream.range(0, 100_000).forEach(i -> series.record(i % 100)));
    assertThat(series.bucketCounts()).containsExactly(8_000, 80_000, 320_000, 392_000);
  }

  @Test
  void bucketCounts_takeABoundAsTheUnitSaysIt() {
    Series series = series(MetricType.DISTRIBUTION, "s", 0.005, 0.29, 1.1);
    series.record(5_000_000);
    series.record(290_000_000);
    series.record(1_100_000_000);
    series.record(1_100_000_001);
    assertThat(series.bucketBounds()).containsExactly(0.005, 0.29, 1.1);
    assertThat(series.bucketCounts()).containsExactly(1, 1, 1, 1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.25, 0.5, 0.9, 0.99, 0.999, 1})
  void quantile_isAtMostASixteenthAway(double quantile) {
    Series series = series(MetricType.SUMMARY, "ms");
    Random random = new Random(42);
    double[] exact = random.doubles(10_000).map(x -> Math.exp(x * 20)).sorted().toArray();
    Arrays.stream(exact).forEach(series::record);
    double expected = exact[Math.max(1, (int) Math.ceil(quantile * exact.length)) - 1] / 1e6;
    assertThat(series.values().quantile(quantile)).isCloseTo(expected, within(expected / 16));
  }

  @Test
  void quantile_isNanWithoutValues() {
    assertThat(series(MetricType.SUMMARY, "").values().quantile(0.5)).isNaN();
  }

  @Test
  void quantile_ofZeroIsZero() {
    Series series = series(MetricType.SUMMARY, "");
    series.record(0);
    assertThat(series.values().quantile(0.5)).isZero();
  }

  @Test
  void values_sinceAnEarlierSnapshotAreTheLaterOnes() {
    Series series = series(MetricType.SUMMARY, "");
    series.record(1_000);
    series.record(1_000);
    ValueSnapshot earlier = series.values();
    series.record(8);
    ValueSnapshot interval = series.values().since(earlier);
    assertThat(interval.count()).isEqualTo(1);
    assertThat(interval.quantile(0.5)).isEqualTo(8.5);
  }

  @Test
  void countsUpTo_areCumulative() {
    Series series = series(MetricType.SUMMARY, "ms");
    IntStream.rangeClosed(1, 100).forEach(i -> series.record(i * 1e6));
    long[] upTo = series.values().countsUpTo(0.5, 50, 1_000);
    assertThat(upTo[0]).isZero();
    assertThat(upTo[1]).isBetween(44L, 56L);
    assertThat(upTo[2]).isEqualTo(100);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-9, 0.1, 1, 1.124, 1.125, 7, 8, 1e9, 123456789})
  void buckets_holdTheirValues(double value) {
    int index = Buckets.indexOf(value);
    assertThat(Buckets.lowerBound(index)).isLessThanOrEqualTo(value);
    assertThat(Buckets.lowerBound(index + 1)).isGreaterThan(value);
    assertThat(Buckets.lowerBound(index + 1) - Buckets.lowerBound(index))
        .isLessThanOrEqualTo(Buckets.lowerBound(index) / 8);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.0, -1, -1e300, Double.MIN_VALUE, 1e-300})
  void buckets_putTinyAndNegativeValuesIntoTheFirst(double value) {
    assertThat(Buckets.indexOf(value)).isZero();
  }

  @Test
  void buckets_putHugeValuesIntoTheLast() {
    assertThat(Buckets.indexOf(Double.MAX_VALUE)).isEqualTo(Buckets.COUNT - 1);
  }
}
