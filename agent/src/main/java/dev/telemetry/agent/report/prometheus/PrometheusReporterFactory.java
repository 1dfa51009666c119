package dev.telemetry.agent.report.prometheus;

import dev.telemetry.agent.config.ConfigNode;
import dev.telemetry.agent.report.GlobalTags;
import dev.telemetry.agent.report.LossReason;
import dev.telemetry.agent.report.Reporter;
import dev.telemetry.agent.report.ReporterContext;
import dev.telemetry.agent.report.ReporterFactory;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes the reporter that Prometheus comes to; it runs unasked wherever there is a port. */
public final class PrometheusReporterFactory implements ReporterFactory {
  /** The reporter's name. */
  public static final String NAME = "prometheus";

  private final boolean port;

  /**
   * Makes the factory.
   *
   * @param port whether the agent has a port of its own
   */
  public PrometheusReporterFactory(boolean port) {
    this.port = port;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean unasked() {
    return port;
  }

  @Override
  public String sentence() {
    return "Shows the metrics at `/metrics`.";
  }

  @Override
  public List<LossReason> losses() {
    return Arrays.asList(
        MetricsPage.GONE,
        Scrapes.LABELS_TAKEN,
        Families.NAME_TAKEN,
        CounterKind.NEGATIVE,
        LossReason.UNREADABLE);
  }

  @Override
  public @Nullable Function<ReporterContext, Reporter> read(
      ConfigNode section, GlobalTags globalTags) {
    PrometheusConfig config = PrometheusConfig.read(section);
    if (!port) {
      section.problem("expected the agent's port to be open, but http.enabled is false");
      return null;
    }
    return config == null ? null : context -> new PrometheusReporter(config, globalTags, context);
  }
}
