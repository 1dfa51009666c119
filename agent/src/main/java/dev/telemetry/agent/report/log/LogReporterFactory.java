package dev.telemetry.agent.report.log;

import dev.telemetry.agent.config.ConfigNode;
import dev.telemetry.agent.report.Deliveries;
import dev.telemetry.agent.report.PeriodicReporter;
import dev.telemetry.agent.report.Reporter;
import dev.telemetry.agent.report.ReporterContext;
import dev.telemetry.agent.report.ReporterFactory;
import org.jspecify.annotations.Nullable;

/** Makes the reporter that prints to stderr: text behind the agent's prefix, JSON bare. */
public final class LogReporterFactory implements ReporterFactory {
  static final String NAME = "log";

  /** Makes the factory. */
  public LogReporterFactory() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public @Nullable Reporter create(ConfigNode section, ReporterContext context) {
    LogConfig config = LogConfig.read(section);
    if (config == null) {
      return null;
    }
    Deliveries deliveries = new Deliveries();
    return new PeriodicReporter(name(), "stderr", deliveries, context.log())
        .exporting(newExport(config, context, deliveries), config.everyNanos());
  }

  private static LogExport newExport(
      LogConfig config, ReporterContext context, Deliveries deliveries) {
    return config.json()
        ? new LogExport(
            context.registry(),
            new JsonFormat(context.globalTags()),
            context.log()::data,
            deliveries)
        : new LogExport(
            context.registry(),
            new TextFormat(context.globalTags()),
            context.log()::report,
            deliveries);
  }
}
