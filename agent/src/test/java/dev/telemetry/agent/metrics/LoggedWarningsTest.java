package dev.telemetry.agent.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.agent.log.AgentLog;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LoggedWarningsTest {
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final SeriesRegistry registry =
      new SeriesRegistry(
          MetricWarnings.to(
              new AgentLog(new PrintStream(said, true, StandardCharsets.UTF_8), System::nanoTime)));

  @Test
  void seriesLimit_isToldOnceWithMetricAndLimit() {
    MetricsFixture fixture =
        new MetricsFixture(
            registry,
            MetricsFixture.metrics("{counter: a.n, tags: [x], limit: 3}").toArray(new Metric[0]));
    for (int i = 0; i < 100; i++) {
      fixture.bus.event("a").single(new MapFacts().with("x", i));
    }
    assertThat(said.toString(StandardCharsets.UTF_8))
        .isEqualToNormalizingNewlines(
            "telemetry: metric a.n has reached its limit of 3 series; further tag values are"
                + " counted as _other (a tag with fewer values, or a higher limit, helps)\n");
    assertThat(registry.overflowed()).isEqualTo(97);
  }

  @Test
  void failure_isToldOnce() {
    MetricsFixture fixture =
        new MetricsFixture(
            registry, MetricsFixture.metrics("{sum: a.size}").toArray(new Metric[0]));
    MapFacts failing =
        new MapFacts() {
          @Override
          public double measurement(String name) {
            throw new IllegalStateException("closed");
          }
        };
    fixture.bus.event("a").single(failing);
    fixture.bus.event("a").single(failing);
    assertThat(said.toString(StandardCharsets.UTF_8))
        .isEqualToNormalizingNewlines(
            "telemetry: metric a.size cannot take a value: IllegalStateException: closed\n");
    assertThat(registry.failures()).isEqualTo(2);
  }
}
