package dev.telemetry.agent.runtime;

import dev.telemetry.agent.self.SelfPolls;
import dev.telemetry.agent.settings.Settings;
import java.util.Collections;
import java.util.Map;
import java.util.Set;

/** What the running agent measures of itself, and how often. */
final class LiveSelf implements Reloadable {
  private static final String SECTION = "instrumentations.agent";

  private final SelfPolls polls;
  private Map<String, String> now;

  /**
   * Takes what runs.
   *
   * @param settings by which it was started
   */
  LiveSelf(SelfPolls polls, Settings settings) {
    this.polls = polls;
    now = values(settings);
  }

  @Override
  public Set<String> sections() {
    return Collections.singleton(SECTION);
  }

  @Override
  public void reload(Settings next, Changes changes) {
    Map<String, String> before = now;
    Map<String, String> wanted = values(next);
    if (!wanted.equals(before)) {
      polls.use(next.self());
      now = wanted;
      changes.compare("agent", before, now, String::equals);
    }
  }

  private static Map<String, String> values(Settings settings) {
    return settings.config().readings().valuesWithin(SECTION);
  }
}
