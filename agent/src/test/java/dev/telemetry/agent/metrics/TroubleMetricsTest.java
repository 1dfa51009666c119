package dev.telemetry.agent.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.bus.Facts;
import java.util.List;
import org.junit.jupiter.api.Test;

class TroubleMetricsTest {
  private final List<Metric> metrics =
      MetricsFixture.metrics("{counter: a.n, tags: [x], limit: 2}", "{sum: a.b}");
  private final MetricsFixture fixture = new MetricsFixture(metrics.toArray(new Metric[0]));

  @Test
  void overflow_isASeriesOfItsMetric() {
    emit(5);

    assertThat(fixture.troubles()).containsExactly("COUNTER telemetry.metric.overflowed [a.n] 3");
  }

  @Test
  void overflow_isCountedOnInTheSameSeriesAfterAReload() {
    emit(5);
    fixture.replace(metrics);
    emit(5);

    assertThat(fixture.troubles()).containsExactly("COUNTER telemetry.metric.overflowed [a.n] 6");
  }

  @Test
  void failures_areASeriesOfTheirMetric() {
    Facts broken =
        new MapFacts() {
          @Override
          public double measurement(String name) {
            throw new IllegalStateException("broken");
          }
        };
    fixture.bus.event("a").single(broken);
    fixture.bus.event("a").single(broken);

    assertThat(fixture.troubles()).containsExactly("COUNTER telemetry.metric.failures [a.b] 2");
    assertThat(fixture.of("a.n").count()).isEqualTo(2);
  }

  @Test
  void troubles_areNoSeriesWhileThereAreNone() {
    emit(2);

    assertThat(fixture.troubles()).isEmpty();
  }

  @Test
  void troubles_goWithTheirMetric() {
    emit(5);
    fixture.replace(List.of());

    assertThat(fixture.troubles()).isEmpty();
  }

  private void emit(int count) {
    for (int i = 0; i < count; i++) {
      fixture.bus.event("a").single(new MapFacts().with("x", "v" + i));
    }
  }
}
