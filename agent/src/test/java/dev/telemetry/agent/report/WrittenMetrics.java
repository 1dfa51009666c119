package dev.telemetry.agent.report;

import dev.telemetry.agent.config.Config;
import dev.telemetry.agent.config.ConfigFixture;
import dev.telemetry.agent.metrics.DefaultMetrics;
import dev.telemetry.agent.metrics.Metric;
import dev.telemetry.agent.metrics.MetricsSection;
import java.util.List;

/** Metrics as a configuration file defines them. */
public final class WrittenMetrics {
  private WrittenMetrics() {}

  public static Metric of(String item) {
    Config config = ConfigFixture.yaml("metrics:", "- " + item).load();
    List<Metric> metrics =
        MetricsSection.read(
            config.root(),
            new DefaultMetrics(List.of(), List.of("statsd", "log", "prometheus"), event -> false));
    if (!config.errors().isEmpty()) {
      throw new AssertionError(config.errors().messages());
    }
    return metrics.get(0);
  }
}
