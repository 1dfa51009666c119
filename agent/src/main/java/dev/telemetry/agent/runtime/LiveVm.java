package dev.telemetry.agent.runtime;

import dev.telemetry.agent.poller.VmPoller;
import dev.telemetry.agent.settings.Settings;
import java.util.Collections;
import java.util.Map;
import java.util.Set;

/** What the running agent measures of the VM, and how often. */
final class LiveVm implements Reloadable {
  private static final String SECTION = "instrumentations.vm";

  private final VmPoller poller;
  private Map<String, String> now;

  /**
   * Takes what runs.
   *
   * @param settings by which it was started
   */
  LiveVm(VmPoller poller, Settings settings) {
    this.poller = poller;
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
      poller.use(next.vm());
      now = wanted;
      changes.compare("vm", before, now, String::equals);
    }
  }

  private static Map<String, String> values(Settings settings) {
    return settings.config().readings().valuesWithin(SECTION);
  }
}
