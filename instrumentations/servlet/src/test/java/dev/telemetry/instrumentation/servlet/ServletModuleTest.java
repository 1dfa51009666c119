package dev.telemetry.instrumentation.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.telemetry.instrumentation.InstrumentationModule;
import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.MetricType;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class ServletModuleTest {
  private final ServletModule module = new ServletModule();

  @Test
  void module_isFoundAsAService() {
    assertThat(ServiceLoader.load(InstrumentationModule.class))
        .extracting(InstrumentationModule::name)
        .contains("servlet");
  }

  @Test
  void metrics_areThoseOfTheConventions() {
    assertThat(module.metrics())
        .extracting(
            MetricDefinition::type,
            MetricDefinition::name,
            MetricDefinition::event,
            MetricDefinition::measurement,
            MetricDefinition::unit)
        .containsExactly(
            tuple(
                MetricType.DISTRIBUTION,
                "http.server.request.duration",
                "http.server.request",
                "duration",
                "s"),
            tuple(
                MetricType.COUNTER,
                "http.server.request.count",
                "http.server.request",
                "count",
                "{request}"),
            tuple(
                MetricType.COUNTER,
                "http.server.request.failures",
                "http.server.request",
                "failures",
                "{request}"),
            tuple(
                MetricType.LAST_VALUE,
                "http.server.active_requests",
                "http.server.request",
                "active",
                "{request}"));
  }
}
