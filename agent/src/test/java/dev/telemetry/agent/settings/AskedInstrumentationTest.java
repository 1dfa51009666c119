package dev.telemetry.agent.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.agent.config.ConfigFixture;
import dev.telemetry.instrumentation.InstrumentationModule;
import dev.telemetry.instrumentation.jdbc.JdbcModule;
import dev.telemetry.instrumentation.micrometer.MicrometerModule;
import org.junit.jupiter.api.Test;

class AskedInstrumentationTest {
  @Test
  void micrometer_isOffUnlessAskedFor() {
    assertThat(names("{}"))
        .containsExactly("http-client", "jdbc", "measured", "scheduled", "servlet", "websocket");
    assertThat(names("instrumentations: {micrometer: {enabled: true}}"))
        .containsExactly(
            "http-client", "jdbc", "measured", "micrometer", "scheduled", "servlet", "websocket");
  }

  @Test
  void executor_isOffUnlessAskedFor() {
    assertThat(names("instrumentations: {executor: {enabled: true}}"))
        .containsExactly(
            "executor", "http-client", "jdbc", "measured", "scheduled", "servlet", "websocket");
  }

  @Test
  void pulled_areThoseThatAreOnAndHaveValues() {
    assertThat(settings("{}").pulled()).hasOnlyElementsOfType(JdbcModule.class).hasSize(1);
    assertThat(settings("instrumentations: {jdbc: {enabled: false}}").pulled()).isEmpty();
    assertThat(settings("instrumentations: {micrometer: {enabled: true}}").pulled())
        .hasSize(2)
        .hasAtLeastOneElementOfType(MicrometerModule.class);
  }

  private static Iterable<String> names(String yaml) {
    return settings(yaml).modules().stream().map(InstrumentationModule::name).toList();
  }

  private static Settings settings(String yaml) {
    return Settings.read(ConfigFixture.yaml(yaml).load(), Shipped.all());
  }
}
