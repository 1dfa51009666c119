package dev.telemetry.agent.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.agent.config.ConfigFixture;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrongConfigTest {

  @ParameterizedTest
  @CsvSource({"statsd: {}", "statsd: {flavor: telegraf}", "log: {}"})
  void datadog_needsStatsdOfItsFlavor(String beside) {
    ReadConfig read =
        new ReadConfig(ConfigFixture.yaml("reporters:", "  " + beside, "  datadog: {}"));

    assertThat(read.errors)
        .containsExactly(
            "telemetry.yaml:3:3: reporters.datadog: expected beside reporters.statsd with flavor:"
                + " datadog, whose socket it uses");
    assertThat(read.reporterNames()).doesNotContain("datadog");
  }

  @Test
  void wrongSection_leavesTheOthersOn() {
    ReadConfig read =
        new ReadConfig(
            ConfigFixture.yaml(
                "reporters:", "  statsd: {port: x}", "  log: {}", "metrics:", "- counter: a.b"));

    assertThat(read.reporterNames()).isEqualTo(List.of("log"));
    assertThat(read.metrics).hasSize(1);
    assertThat(read.errors).hasSize(1);
  }
}
