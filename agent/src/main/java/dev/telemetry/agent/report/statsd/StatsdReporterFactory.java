package dev.telemetry.agent.report.statsd;

import dev.telemetry.agent.config.ConfigNode;
import dev.telemetry.agent.report.Deliveries;
import dev.telemetry.agent.report.GlobalTags;
import dev.telemetry.agent.report.LossReason;
import dev.telemetry.agent.report.PeriodicReporter;
import dev.telemetry.agent.report.Reporter;
import dev.telemetry.agent.report.ReporterContext;
import dev.telemetry.agent.report.ReporterFactory;
import dev.telemetry.agent.report.UnixDatagrams;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes the reporter that sends StatsD lines. */
public final class StatsdReporterFactory implements ReporterFactory {
  static final String NAME = "statsd";

  private final @Nullable UnixDatagrams datagrams;

  /**
   * Makes the factory.
   *
   * @param datagrams null where no extension brings them
   */
  public StatsdReporterFactory(@Nullable UnixDatagrams datagrams) {
    this.datagrams = datagrams;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String sentence() {
    return "Sends StatsD and DogStatsD lines.";
  }

  @Override
  public List<LossReason> losses() {
    return Arrays.asList(
        Sender.UNRESOLVED,
        Sender.REFUSED,
        Sender.UNCONNECTED,
        Sender.FAILED,
        Sender.UNREAD,
        Sender.TOO_LONG,
        LossReason.UNREADABLE);
  }

  @Override
  public @Nullable Function<ReporterContext, Reporter> read(
      ConfigNode section, GlobalTags globalTags) {
    StatsdConfig config = StatsdConfig.read(section, globalTags, datagrams);
    return config == null ? null : context -> create(config, context);
  }

  private Reporter create(StatsdConfig config, ReporterContext context) {
    Deliveries deliveries = context.deliveries(name());
    Sender sender = new Sender(config.endpoint(), deliveries, context.log());
    DatagramBatch batch = new DatagramBatch(sender, config.mtu(), context.log());
    StatsdExport export =
        new StatsdExport(context.registry(), config, batch, sender::close).counting(deliveries);
    return new PeriodicReporter(name(), config.toString(), deliveries, context.log())
        .exporting(export, config.everyNanos());
  }
}
