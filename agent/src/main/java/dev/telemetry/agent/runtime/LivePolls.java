package dev.telemetry.agent.runtime;

import dev.telemetry.agent.poller.rule.PollRule;
import dev.telemetry.agent.poller.rule.PollSection;
import dev.telemetry.agent.poller.rule.Polls;
import dev.telemetry.agent.settings.Settings;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** What the running agent measures on a period by the user's rules. */
final class LivePolls implements Reloadable {
  private final Polls polls;
  private List<PollRule> now;

  /**
   * Takes what runs.
   *
   * @param now the rules that are followed
   */
  LivePolls(Polls polls, List<PollRule> now) {
    this.polls = polls;
    this.now = now;
  }

  @Override
  public Set<String> sections() {
    return Collections.singleton(PollSection.NAME);
  }

  @Override
  public void reload(Settings next, Changes changes) {
    List<PollRule> rules = next.polls().rules();
    changes.compare(
        PollSection.NAME,
        Changes.byName(now, PollRule::id),
        Changes.byName(rules, PollRule::id),
        PollRule::equals);
    polls.use(rules);
    now = rules;
  }
}
