package dev.telemetry.agent.report.log;

import dev.telemetry.agent.config.ConfigNode;
import dev.telemetry.agent.log.AgentLog;
import dev.telemetry.agent.report.Deliveries;
import dev.telemetry.agent.report.GlobalTags;
import dev.telemetry.agent.report.LossReason;
import dev.telemetry.agent.report.PeriodicReporter;
import dev.telemetry.agent.report.Reporter;
import dev.telemetry.agent.report.ReporterContext;
import dev.telemetry.agent.report.ReporterFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes the reporter that prints to stderr or to a file. */
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
    return "Prints metrics, and events as you like, to stderr or a file.";
  }

  @Override
  public List<LossReason> losses() {
    return Arrays.asList(
        LossReason.OVER_THE_LIMIT,
        LossReason.QUEUE_FULL,
        LossReason.UNREADABLE,
        LossReason.UNREADABLE_EVENT,
        LineFile.NO_FOLDER,
        LineFile.NO_PERMISSION,
        LineFile.CANNOT_OPEN,
        LineFile.CANNOT_WRITE);
  }

  @Override
  public @Nullable Function<ReporterContext, Reporter> read(
      ConfigNode section, GlobalTags globalTags) {
    LogConfig config = LogConfig.read(section);
    return config == null ? null : context -> create(config, globalTags, context);
  }

  private Reporter create(LogConfig config, GlobalTags tags, ReporterContext context) {
    Deliveries deliveries = context.deliveries(name());
    Path file = config.file();
    LineFormat format = config.json() ? new JsonFormat(tags) : new TextFormat(tags, file != null);
    Lines lines = new Lines(output(config, context.log()), deliveries);
    LogExport export = new LogExport(context.registry(), format, lines, deliveries);
    export.ownMetrics(config.ownMetrics());
    export.events(new LoggedEvents(config, context, lines));
    String destination = file == null ? "stderr" : file.toString();
    return new PeriodicReporter(name(), destination, deliveries, context.log())
        .exporting(export, config.everyNanos());
  }

  /** On stderr, what machines read is bare and what people read has the agent's prefix. */
  private static LineOutput output(LogConfig config, AgentLog log) {
    Path file = config.file();
    if (file != null) {
      return new LineFile(file, log);
    }
    Consumer<String> stderr = config.json() ? log::data : log::report;
    return line -> {
      stderr.accept(line);
      return null;
    };
  }
}
