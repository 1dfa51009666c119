package dev.telemetry.agent.report.prometheus;

import dev.telemetry.agent.log.AgentLog;
import dev.telemetry.agent.report.Deliveries;
import dev.telemetry.agent.report.LossReason;
import java.util.HashSet;
import java.util.Set;

/** Counts each series that a scrape leaves out, and says why, once. For one scrape at a time. */
final class Losses {
  private static final int MOST_TOLD = 1_000;

  private final Deliveries deliveries;
  private final AgentLog log;
  private final Set<String> told = new HashSet<>();

  Losses(Deliveries deliveries, AgentLog log) {
    this.deliveries = deliveries;
    this.log = log;
  }

  /**
   * Counts series that are left out.
   *
   * @param sentence for people, without a value of a tag
   */
  void add(LossReason reason, int series, String sentence) {
    deliveries.lost(reason, series);
    if (told.size() < MOST_TOLD && told.add(sentence)) {
      log.say("prometheus: " + sentence);
    }
  }
}
