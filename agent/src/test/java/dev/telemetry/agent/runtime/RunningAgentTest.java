package dev.telemetry.agent.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunningAgentTest {

  @Test
  void jvmWithoutAgent_hasNone() throws Exception {
    assertThat(RunningAgent.wasThere()).isFalse();
    assertThat(RunningAgent.isThere()).isFalse();
  }
}
