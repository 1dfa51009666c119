package dev.telemetry.agent.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

/** Counts objects rather than bytes, of which the virtual machine has some of its own. */
class FlatHeapTest {
  private static final String[] METRICS = {
    "{counter: a.n, tags: [path]}",
    "{distribution: a.size, tags: [path, agent], buckets: {by: path, '/1*': [1], '*': [2]}}",
    "{sum: a.size, prefix: p, tags: [t], tag-values: {t: '{agent} {sql}'}}",
    "{counter: a.mapped, tags: [sql], tag-values: {sql: {from: sql, '*': some}}}",
    "{counter: a.first, tags: [t], tag-values: {t: {first: [none, sql]}}, limit: 10}"
  };

  @Test
  void randomTagValues_areHeldUpToTheLimit() throws Exception {
    MetricsFixture fixture =
        new MetricsFixture(
            new SeriesRegistry(100, MetricWarnings.none()),
            MetricsFixture.metrics(METRICS).toArray(new Metric[0]));
    emit(fixture, 12_000);
    Map<String, Long> before = held();
    emit(fixture, 100_000);
    Map<String, Long> after = held();
    for (Class<?> type : List.of(TagNode.class, Row.class, CountSeries.class, ValueSeries.class)) {
      assertThat(after.get(type.getName())).isEqualTo(before.get(type.getName())).isPositive();
    }
    assertThat(strings(after) - strings(before)).isLessThan(10_000);
    assertThat(fixture.all()).hasSize(3 * 101 + 1 + 11);
    assertThat(fixture.registry.places()).isLessThan(1_024);
    assertThat(fixture.all().stream().mapToLong(Series::count).sum())
        .isEqualTo(METRICS.length * 112_000L);
    assertThat(fixture.registry.failures()).isZero();
  }

  private static long strings(Map<String, Long> held) {
    return held.getOrDefault(String.class.getName(), 0L);
  }

  private static void emit(MetricsFixture fixture, int times) {
    for (int i = 0; i < times; i++) {
      String random = UUID.randomUUID().toString();
      fixture
          .bus
          .event("a")
          .single(
              new MapFacts()
                  .with("path", "/" + random)
                  .with("agent", "agent " + random)
                  .with("sql", "SELECT '" + random + "' FROM users")
                  .measured("size", 5));
    }
  }

  /** Returns how many live objects there are by class, as the virtual machine counts them. */
  private static Map<String, Long> held() throws JMException {
    Object histogram =
        ManagementFactory.getPlatformMBeanServer()
            .invoke(
                new ObjectName("com.sun.management:type=DiagnosticCommand"),
                "gcClassHistogram",
                new Object[] {new String[0]},
                new String[] {String[].class.getName()});
    Map<String, Long> held = new HashMap<>();
    for (String line : String.valueOf(histogram).lines().toList()) {
      String[] words = line.trim().split("\\s+", -1);
      if (words.length >= 4 && words[0].endsWith(":")) {
        held.put(words[3], Long.parseLong(words[1]));
      }
    }
    return held;
  }
}
