package dev.telemetry.agent.self;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.agent.config.ConfigFixture;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SelfSettingsTest {

  @Test
  void nothing_isOff() {
    SelfSettings settings = SelfSettings.read(ConfigFixture.empty().load().root());

    assertThat(settings.enabled()).isFalse();
    assertThat(settings.metrics()).isEmpty();
  }

  @Test
  void enabled_hasTheMetricsEveryTenSeconds() {
    SelfSettings settings = read("instrumentations: {agent: {enabled: true}}");

    assertThat(settings.metrics()).hasSameSizeAs(SelfSettings.allMetrics()).isNotEmpty();
    assertThat(settings.every()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void every_isRead() {
    assertThat(read("instrumentations: {agent: {every: 200ms}}").every())
        .isEqualTo(Duration.ofMillis(200));
  }

  private static SelfSettings read(String yaml) {
    return SelfSettings.read(ConfigFixture.yaml(yaml).load().root());
  }
}
