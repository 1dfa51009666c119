package dev.telemetry.agent.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.agent.config.ConfigFixture;
import java.util.List;
import org.junit.jupiter.api.Test;

class WrongConfigTest {

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
