package dev.telemetry.agent.metrics;

final class NoWarnings implements MetricWarnings {
  @Override
  public void seriesLimitReached(Metric metric, int limit) {}

  @Override
  public void metricFailed(Metric metric, Throwable failure) {}
}
