package dev.telemetry.agent.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricNamesTest {
  @Test
  void error_isAbsentForNamespacedName() {
    assertThat(MetricNames.error("http.server.request.duration", null)).isNull();
  }

  @Test
  void error_isAbsentForPlainNameWithEvent() {
    assertThat(MetricNames.error("logins", "http.server.request")).isNull();
  }

  @Test
  void error_refusesEmptyName() {
    assertThat(MetricNames.error("", null)).isEqualTo("metric can't be empty");
    assertThat(MetricNames.error(null, null)).isEqualTo("metric can't be empty");
  }

  @ParameterizedTest
  @ValueSource(strings = {".a.b", "a.b.", "a..b", "."})
  void error_refusesEmptySegments(String name) {
    assertThat(MetricNames.error(name, null))
        .isEqualTo("metric " + name + " contains leading, trailing or consecutive dots");
  }

  @Test
  void error_refusesNameWithoutEvent() {
    assertThat(MetricNames.error("logins", null))
        .isEqualTo(
            "event_name can't be empty"
                + " (metric must be namespaced or :event_name explicitly set)");
  }
}
