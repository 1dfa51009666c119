package dev.telemetry.agent.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.agent.config.Config;
import dev.telemetry.agent.config.ConfigFixture;
import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.MetricType;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is no mistake; the wrong definitions are in {@code wrong/metrics.txt}. */
class WrongMetricsTest {
  private static final List<MetricDefinition> DEFAULTS =
      List.of(
          new MetricDefinition(MetricType.DISTRIBUTION, "http.server.request.duration")
              .withTags("http.request.method", "http.route", "http.response.status_code")
              .withUnit("s"));

  @Test
  void unknownKey_isNoMistakeWhereNoneIsNear() {
    Config config =
        ConfigFixture.yaml(
                "metrics:",
                "- {counter: a.b, tags: [purpose, http.route, user.plan, hots], keep: {rows: 1}}")
            .load();
    MetricsSection.read(config.root(), new DefaultMetrics(DEFAULTS, List.of(), event -> false));

    assertThat(config.errors().messages()).isEmpty();
  }
}
