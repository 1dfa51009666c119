package dev.telemetry.agent.poller.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.poll.PollInfo;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PollsTest {
  private static final String RULE = "{method: com.acme.A.%s, event: %s, every: 1h}";

  private final RulesFixture fixture = new RulesFixture();
  private final Polls polls = fixture.polls();

  @AfterEach
  void stop() {
    polls.use(List.of());
  }

  @Test
  void rules_arePolledByTheirNames() {
    polls.use(RulesFixture.rules(rule("x"), rule("y")));

    assertThat(ids()).containsExactly("x (method com.acme.A.x)", "y (method com.acme.A.y)");
  }

  @Test
  void ruleThatIsGone_isPolledNoMore() {
    polls.use(RulesFixture.rules(rule("x"), rule("y")));

    polls.use(RulesFixture.rules(rule("y")));

    assertThat(ids()).containsExactly("y (method com.acme.A.y)");
  }

  @Test
  void ruleWithAnotherPeriod_takesThePlaceOfTheOneBefore() {
    polls.use(RulesFixture.rules(rule("x")));

    polls.use(RulesFixture.rules(rule("x").replace("1h", "2h")));

    assertThat(infos()).singleElement().asString().startsWith("x (method com.acme.A.x) every PT2H");
  }

  private List<String> ids() {
    return infos().stream().map(PollInfo::id).toList();
  }

  private List<PollInfo> infos() {
    return fixture.emitted.bus.poller().measurements();
  }

  private static String rule(String name) {
    return RULE.formatted(name, name);
  }
}
