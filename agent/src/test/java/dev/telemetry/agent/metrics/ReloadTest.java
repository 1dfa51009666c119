package dev.telemetry.agent.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What becomes of series while metrics change under load. */
class ReloadTest {
  private static final int RELOADS = 1_000;
  private static final int THREADS = 4;
  private static final String[] UNCHANGED = {
    "{counter: http.server.request.n, tags: [m], keep: {m: 'm*', status: '!= 5xx'},"
        + " tag-values: {m: {from: m, m0: zero, 'm[1-3]': x}}}",
    "{distribution: http.server.request.duration, tags: [m], unit: ms,"
        + " buckets: {by: m, m0: [1, 2], '*': [3]}}"
  };

  private final List<Metric> first = MetricsFixture.metrics(UNCHANGED);
  private final List<Metric> second = MetricsFixture.metrics(UNCHANGED);
  private final Metric changing =
      MetricsFixture.metrics("{counter: http.server.request.changed, tags: [m]}").get(0);
  private final Metric coming =
      MetricsFixture.metrics("{summary: http.server.request.duration, prefix: p, tags: [m]}")
          .get(0);
  private final MetricsFixture fixture = MetricsFixture.yaml(UNCHANGED);
  private final AtomicBoolean over = new AtomicBoolean();

  @Test
  void reloads_loseNothingOfWhatDidNotChangeAndLeaveNothingBehind() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    List<Future<Long>> emitted = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      String method = "m" + i;
      emitted.add(threads.submit(() -> emit(method)));
    }
    int most = 0;
    for (int i = 0; i < RELOADS; i++) {
      fixture.replace(metrics(i));
      most = Math.max(most, fixture.registry.places());
    }
    over.set(true);
    long all = 0;
    for (Future<Long> one : emitted) {
      all += one.get();
    }
    threads.shutdown();
    fixture.replace(second);

    assertThat(all).isGreaterThan(RELOADS);
    assertThat(counted("http.server.request.n")).isEqualTo(all);
    assertThat(counted("http.server.request.duration")).isEqualTo(all);
    assertThat(bucketed("http.server.request.duration")).isEqualTo(all);
    assertThat(fixture.all()).hasSize(2 * THREADS);
    assertThat(fixture.registry.metrics()).hasSize(2);
    assertThat(fixture.registry.failures()).isZero();
    assertThat(most).isLessThanOrEqualTo(64);
  }

  private long emit(String method) {
    MapFacts facts = new MapFacts().with("m", method).with("status", 200);
    long emitted = 0;
    for (; !over.get(); emitted++) {
      fixture.span(1_000_000 * (emitted % 5), facts, null);
    }
    return emitted;
  }

  /** Some that stay, one that comes and goes, one whose definition changes each time. */
  private List<Metric> metrics(int reload) {
    List<Metric> metrics = new ArrayList<>(reload % 3 == 0 ? first : second);
    metrics.add(changing.withLimit(1 + reload));
    if (reload % 2 == 0) {
      metrics.add(0, coming);
    }
    return metrics;
  }

  private long counted(String name) {
    return fixture.all().stream()
        .filter(series -> series.metric().definition().name().equals(name))
        .mapToLong(Series::count)
        .sum();
  }

  private long bucketed(String name) {
    return fixture.all().stream()
        .filter(series -> series.metric().definition().name().equals(name))
        .flatMapToLong(series -> Arrays.stream(series.bucketCounts()))
        .sum();
  }
}
