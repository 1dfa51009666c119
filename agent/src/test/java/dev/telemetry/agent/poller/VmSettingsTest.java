package dev.telemetry.agent.poller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.agent.config.Config;
import dev.telemetry.agent.config.ConfigFixture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class VmSettingsTest {

  @Test
  void nothing_isEveryFiveSeconds() {
    VmSettings settings = VmSettings.read(ConfigFixture.empty().load().root());

    assertThat(settings.enabled()).isTrue();
    assertThat(settings.everyNanos()).isEqualTo(TimeUnit.SECONDS.toNanos(5));
    assertThat(settings.metrics()).isNotEmpty();
  }

  @Test
  void every_isRead() {
    VmSettings settings = read("instrumentations: {vm: {every: 1s}}").settings;

    assertThat(settings.everyNanos()).isEqualTo(TimeUnit.SECONDS.toNanos(1));
  }

  @Test
  void disabled_hasNoMetrics() {
    VmSettings settings = read("instrumentations: {vm: {enabled: false}}").settings;

    assertThat(settings.enabled()).isFalse();
    assertThat(settings.metrics()).isEmpty();
  }

  @Test
  void tooOften_isAnError() {
    Read read = read("instrumentations: {vm: {every: 10ms}}");

    assertThat(read.config.errors().messages())
        .singleElement()
        .asString()
        .endsWith(
            "instrumentations.vm.every: expected a duration of at least 100ms,"
                + " such as 200ms or 10s, got \"10ms\"");
    assertThat(read.settings.everyNanos()).isEqualTo(TimeUnit.SECONDS.toNanos(5));
  }

  @Test
  void unknownKey_isAnError() {
    Read read = read("instrumentations: {vm: {evry: 10s}}");

    assertThat(read.config.errors().messages())
        .singleElement()
        .asString()
        .contains("unknown key \"evry\" (did you mean \"every\"?)");
  }

  private static Read read(String yaml) {
    Config config = ConfigFixture.yaml(yaml).load();
    VmSettings settings = VmSettings.read(config.root());
    config.root().rejectUnread();
    return new Read(config, settings);
  }

  private record Read(Config config, VmSettings settings) {}
}
