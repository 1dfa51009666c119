package dev.telemetry.agent.report;

import dev.telemetry.agent.log.AgentLog;
import dev.telemetry.agent.metrics.SeriesRegistry;

/** What every reporter is given. Immutable. */
public final class ReporterContext {
  private final SeriesRegistry registry;
  private final AgentLog log;

  /** Takes what reporters share. */
  public ReporterContext(SeriesRegistry registry, AgentLog log) {
    this.registry = registry;
    this.log = log;
  }

  /** Returns the series to report. */
  public SeriesRegistry registry() {
    return registry;
  }

  /** Returns where to say what hinders a report. */
  public AgentLog log() {
    return log;
  }
}
