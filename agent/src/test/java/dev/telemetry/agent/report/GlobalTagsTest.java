package dev.telemetry.agent.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.agent.config.ConfigFixture;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GlobalTagsTest {

  @Test
  void read_putsTheServiceFirst() {
    GlobalTags tags = read(ConfigFixture.yaml("tags: {env: dev, team: x}", "service: shop"));

    assertThat(tags.asMap().toString()).isEqualTo("{service=shop, env=dev, team=x}");
    assertThat(tags.service()).isEqualTo("shop");
  }

  @Test
  void read_isEmptyByDefault() {
    assertThat(read(ConfigFixture.empty()).asMap()).isEmpty();
  }

  @Test
  void read_takesTheVariablesOfDatadog() {
    GlobalTags tags =
        read(
            ConfigFixture.yaml("tags: {env: dev}")
                .variable("DD_SERVICE", "shop")
                .variable("DD_ENV", "prod")
                .variable("DD_VERSION", "1.2"));

    assertThat(tags.asMap()).isEqualTo(Map.of("service", "shop", "env", "dev", "version", "1.2"));
  }

  @Test
  void read_takesTheVariablesOfOpenTelemetry() {
    GlobalTags tags =
        read(
            ConfigFixture.empty()
                .variable("OTEL_SERVICE_NAME", "shop")
                .variable(
                    "OTEL_RESOURCE_ATTRIBUTES",
                    "service.name=other,deployment.environment.name=prod,team=x"));

    assertThat(tags.asMap()).isEqualTo(Map.of("service", "shop", "env", "prod", "team", "x"));
  }

  @Test
  void read_prefersPropertiesToTheFile() {
    GlobalTags tags =
        read(
            ConfigFixture.yaml("service: file", "tags: {env: dev}")
                .property("telemetry.service", "property")
                .property("telemetry.tags", "env=prod,team=x"));

    assertThat(tags.asMap()).isEqualTo(Map.of("service", "property", "env", "prod", "team", "x"));
  }

  private static GlobalTags read(ConfigFixture fixture) {
    ReadConfig read = new ReadConfig(fixture);
    assertThat(read.errors).isEmpty();
    return read.globalTags;
  }
}
