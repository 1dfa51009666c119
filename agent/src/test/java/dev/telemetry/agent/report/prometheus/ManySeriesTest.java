package dev.telemetry.agent.report.prometheus;

import static dev.telemetry.agent.report.prometheus.PrometheusFixture.tags;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.telemetry.agent.metrics.Metric;
import dev.telemetry.agent.metrics.Series;
import dev.telemetry.agent.report.WrittenMetrics;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ManySeriesTest {
  private static final int MILLION = 1_000_000;

  private final PrometheusFixture fixture = PrometheusFixture.open();

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void tenThousandSeries_areReadAtOnce() throws InterruptedException {
    Metric metric =
        WrittenMetrics.of(
            "{distribution: a.duration, tags: [path], limit: 20000, buckets: [0.01, 0.1, 1, 10]}");
    for (int i = 0; i < 10_000; i++) {
      fixture.registry.series(metric, "/path/" + i).record(1e6 * i);
    }

    assertThat(MetricsText.prometheus(fixture.text()).samples()).hasSize(70_000);
    fixture.awaitSent(10_000);
    assertThat(fixture.reporter.deliveries()).hasToString("sent 10000, lost 0");
  }

  @Test
  void millionsOfValuesWithoutAScrape_leaveNothingBehind() {
    Metric metric = WrittenMetrics.of("{distribution: a.duration, buckets: [0.01, 0.1, 1]}");
    Series histogram = fixture.registry.series(metric);
    Series summary = fixture.registry.series(WrittenMetrics.of("{summary: b.duration}"));
    record(histogram, summary, MILLION);
    fixture.text();
    long before = allocated();
    record(histogram, summary, 5 * MILLION);

    assertThat(allocated() - before).isLessThan(MILLION);
    assertThat(fixture.text())
        .contains("a_duration_seconds_count " + 6 * MILLION + "\n")
        .contains("b_duration_seconds_count " + 6 * MILLION + "\n");
  }

  @Test
  void scrapes_leaveNothingBehindForSeriesThatAreGone() {
    Metric metric = WrittenMetrics.of("{summary: a.size, tags: [t]}");
    fixture.record(metric, tags("x"), 1);
    fixture.text();
    fixture.registry.forEach(fixture.registry::remove);

    assertThat(fixture.text()).isEmpty();
  }

  private static void record(Series one, Series other, int times) {
    for (int i = 0; i < times; i++) {
      one.record(i);
      other.record(i);
    }
  }

  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getThreadAllocatedBytes(Thread.currentThread().getId());
  }
}
