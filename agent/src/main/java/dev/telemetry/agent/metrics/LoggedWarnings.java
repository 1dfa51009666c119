package dev.telemetry.agent.metrics;

import dev.telemetry.agent.log.AgentLog;

/** Says warnings in the agent's log. */
final class LoggedWarnings implements MetricWarnings {
  private final AgentLog log;

  LoggedWarnings(AgentLog log) {
    this.log = log;
  }

  @Override
  public void seriesLimitReached(Metric metric, int limit) {
    log.say(
        "metric "
            + metric.definition().name()
            + " has reached its limit of "
            + limit
            + " series; further tag values are counted as _other"
            + " (a tag with fewer values, or a higher limit, helps)");
  }

  @Override
  public void metricFailed(Metric metric, Throwable failure) {
    log.failure("metric " + metric.definition().name() + " cannot take a value", failure);
  }
}
