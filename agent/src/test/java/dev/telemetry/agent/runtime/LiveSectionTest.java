package dev.telemetry.agent.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.agent.self.SelfPolls;
import dev.telemetry.bus.Bus;
import dev.telemetry.weaving.Weaving;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveSectionTest {

  @Test
  void agentAboutItself_isSwitchedOnAndOffWhileItRuns() {
    try (ReloadFixture agent = ReloadFixture.of("metrics: []")) {
      SelfPolls polls = polls(agent);
      agent.part(new LiveSection("agent", next -> polls.use(next.self()), agent.settings));

      agent.reload("instrumentations: {agent: {enabled: true, every: 1h}}");
      assertThat(agent.bus.poller().measurements()).isNotEmpty();
      assertThat(agent.said().toString()).contains("agent ~instrumentations.agent.enabled");

      agent.reload("metrics: []");
      assertThat(agent.bus.poller().measurements()).isEmpty();
    }
  }

  private static SelfPolls polls(ReloadFixture agent) {
    Weaving weaving =
        new Weaving(
            new FakeJvm().instrumentation(),
            LiveSectionTest.class.getClassLoader(),
            new Bus(),
            List.of());
    return new SelfPolls(agent.bus, agent.registry, agent.reporters::all, weaving.report());
  }
}
