package dev.telemetry.agent.report.log;

import dev.telemetry.agent.config.ConfigNode;
import dev.telemetry.agent.report.Deliveries;
import dev.telemetry.agent.report.GlobalTags;
import dev.telemetry.agent.report.PeriodicReporter;
import dev.telemetry.agent.report.Reporter;
import dev.telemetry.agent.report.ReporterContext;
import dev.telemetry.agent.report.ReporterFactory;
import java.util.function.Consumer;
import java.util.function.Function;
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
  public String sentence() {
    return "Prints metrics, and events as you like, to stderr.";
  }

  @Override
  public @Nullable Function<ReporterContext, Reporter> read(
      ConfigNode section, GlobalTags globalTags) {
    LogConfig config = LogConfig.read(section);
    return config == null ? null : context -> create(config, globalTags, context);
  }

  private Reporter create(LogConfig config, GlobalTags tags, ReporterContext context) {
    Deliveries deliveries = context.deliveries(name());
    LineFormat format = config.json() ? new JsonFormat(tags) : new TextFormat(tags);
    Consumer<String> out = config.json() ? context.log()::data : context.log()::report;
    LogExport export = new LogExport(context.registry(), format, out, deliveries);
    export.events(new LoggedEvents(config, context, out));
    return new PeriodicReporter(name(), "stderr", deliveries, context.log())
        .exporting(export, config.everyNanos());
  }
}
