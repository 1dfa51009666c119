package dev.telemetry.agent.metrics;

import static dev.telemetry.agent.metrics.MetricsFixture.metric;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.MetricType;
import java.lang.management.ManagementFactory;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HotPathTest {
  private static final String STATUS = "http.response.status_code";
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Test
  void recording_allocatesNothing() {
    MetricsFixture fixture = new MetricsFixture(allTypes());
    fixture.registry.samples(true);
    MapFacts facts =
        new MapFacts().with("m", "GET").with(STATUS, 200).with("http.route", "/users/{id}");
    IllegalStateException crash = new IllegalStateException();
    assertThat(leastAllocated(() -> spans(fixture, facts, crash))).isZero();
    assertThat(fixture.registry.failures()).isZero();
    assertThat(fixture.registry.rounded()).isPositive();
  }

  @Test
  void rules_allocateNothing() {
    MetricsFixture fixture =
        MetricsFixture.yaml(
            "{counter: http.server.request.a, keep: {http.route: ['/users/**', '!= /x*']}}",
            "{counter: http.server.request.b, keep: {http.response.status_code: [2xx, 301..303]}}",
            "{counter: http.server.request.c, keep: {duration: '>= 0ms', rows: '> 1'}}",
            "{counter: http.server.request.d, drop: {user.plan: present}}",
            "{counter: http.server.request.e, tags: [t], tag-values: {t: '{m} {http.route}'}}",
            "{counter: http.server.request.f, tags: [t, user.plan],"
                + " tag-values: {t: {from: http.response.status_code, 2xx: ok, '*': bad}}}",
            "{counter: http.server.request.g, tags: [t, u], tag-values: {t: {first: [x, m]},"
                + " u: {from: duration, '< 1ms': fast, '*': slow}}}",
            "{counter: http.server.request.none, measurement: x, keep: {m: [GET, POST]}}");
    MapFacts facts =
        new MapFacts()
            .with("m", "GET")
            .with(STATUS, 200)
            .with("http.route", "/users/{id}")
            .measured("rows", 5);
    IllegalStateException crash = new IllegalStateException();
    assertThat(leastAllocated(() -> spans(fixture, facts, crash))).isZero();
    assertThat(fixture.all()).hasSize(8);
    assertThat(fixture.registry.failures()).isZero();
  }

  /** The least of some rounds: the VM allocates now and then on its own account, as it compiles. */
  private static long leastAllocated(Runnable round) {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 8; i++) {
      long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
      round.run();
      long after = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
      least = Math.min(least, after - before);
    }
    return least;
  }

  /** Durations that do not depend on the clock, so that the second run meets no new bucket. */
  private static void spans(MetricsFixture fixture, MapFacts facts, Throwable crash) {
    for (int i = 0; i < 40_000; i++) {
      fixture.span(1_000L * (i % 1_000), facts, null);
      fixture.span(1_000L * (i % 1_000), facts, crash);
    }
  }

  private static Metric[] allTypes() {
    String[] tags = {"m", "http.route", STATUS, "error.type", "absent"};
    MetricDefinition active =
        new MetricDefinition(MetricType.LAST_VALUE, "http.server.active_requests")
            .withEvent(MetricsFixture.SPAN)
            .withMeasurement("active")
            .withTags("m");
    MetricDefinition duration =
        new MetricDefinition(MetricType.DISTRIBUTION, "http.server.request.duration")
            .withUnit("s")
            .withBuckets(0.005, 0.01, 0.1, 1)
            .withTags(tags);
    return new Metric[] {
      Metric.of(active),
      Metric.of(duration),
      metric(MetricType.SUMMARY, "http.server.request.stop.duration", tags),
      metric(MetricType.SUM, "http.server.request.exception.duration", tags),
      metric(MetricType.COUNTER, "http.server.request.count", "result")
          .withTagRule("result", TagRule.from(STATUS, Map.of("200", "ok", "*", "other")))
          .withFilter(MetricsFixture.keep("m", "GET"))
    };
  }
}
