package dev.telemetry.agent.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.MetricType;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricTest {
  private static Metric login() {
    MetricDefinition definition =
        new MetricDefinition(MetricType.DISTRIBUTION, "login.time")
            .withEvent("http.server.request")
            .withTags("result")
            .withBuckets(1, 2);
    return Metric.of(definition)
        .withFilter(MetadataFilter.keep(Map.of("http.route", ValueTest.oneOf("/login"))))
        .withTagRule("result", TagRule.from("http.response.status_code", Map.of("303", "ok")));
  }

  @Test
  void equals_holdsForTheSameParts() {
    assertThat(login()).isEqualTo(login()).hasSameHashCodeAs(login());
  }

  @Test
  void equals_seesAnotherFilter() {
    MetadataFilter other = MetadataFilter.drop(Map.of("http.route", ValueTest.oneOf("/login")));
    assertThat(login().withFilter(other)).isNotEqualTo(login());
  }

  @Test
  void equals_seesAnotherTagRule() {
    assertThat(login().withTagRule("result", TagRule.constant("ok"))).isNotEqualTo(login());
  }

  @Test
  void equals_seesOtherBuckets() {
    assertThat(Metric.of(login().definition().withBuckets(1, 3)))
        .isNotEqualTo(Metric.of(login().definition()));
  }

  @Test
  void filter_refusesKeepWithDrop() {
    Map<String, ValueTest> tests = Map.of("a", ValueTest.oneOf("b"));
    assertThatThrownBy(() -> MetadataFilter.of(tests, tests))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("either the keep or drop option may be set, but not both");
  }

  @Test
  void filter_isAbsentWithoutOptions() {
    assertThat(MetadataFilter.of(null, null)).isNull();
  }
}
