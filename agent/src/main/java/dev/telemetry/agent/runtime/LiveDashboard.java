package dev.telemetry.agent.runtime;

import dev.telemetry.agent.dashboard.Dashboard;
import dev.telemetry.agent.dashboard.DashboardSection;
import dev.telemetry.agent.settings.Settings;
import java.util.Collections;
import java.util.Set;

/** The dashboard of the running agent; its hour outlives a change of its pages. */
final class LiveDashboard implements Reloadable {
  private final Dashboard dashboard;
  private DashboardSection now;

  /**
   * Takes what runs.
   *
   * @param settings by which it was started
   */
  LiveDashboard(Dashboard dashboard, Settings settings) {
    this.dashboard = dashboard;
    now = settings.dashboard();
  }

  @Override
  public Set<String> sections() {
    return Collections.singleton(DashboardSection.NAME);
  }

  @Override
  public void reload(Settings next, Changes changes) {
    if (!next.dashboard().equals(now)) {
      now = next.dashboard();
      dashboard.use(now);
      changes.add(DashboardSection.NAME, now.toString());
    }
  }
}
