package dev.telemetry.agent.report.statsd;

import dev.telemetry.agent.config.ConfigNode;
import dev.telemetry.agent.report.Deliveries;
import dev.telemetry.agent.report.EventTap;
import dev.telemetry.agent.report.GlobalTags;
import dev.telemetry.agent.report.LossReason;
import dev.telemetry.agent.report.PeriodicReporter;
import dev.telemetry.agent.report.Reporter;
import dev.telemetry.agent.report.ReporterContext;
import dev.telemetry.agent.report.ReporterFactory;
import dev.telemetry.agent.report.UnixDatagrams;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes the reporter of DogStatsD events and service checks, which goes where {@code
 * reporters.statsd} goes.
 */
public final class DatadogReporterFactory implements ReporterFactory {
  private static final String NAME = "datadog";
  private static final int MOST_WAITING = 1_000;

  private final @Nullable UnixDatagrams datagrams;

  /**
   * Makes the factory.
   *
   * @param datagrams null where no extension brings them
   */
  public DatadogReporterFactory(@Nullable UnixDatagrams datagrams) {
    this.datagrams = datagrams;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> alsoReads() {
    return Collections.singletonList(StatsdReporterFactory.NAME);
  }

  @Override
  public String sentence() {
    return "Sends events and service checks to the address of `statsd`.";
  }

  @Override
  public List<LossReason> losses() {
    return Arrays.asList(
        LossReason.OVER_THE_LIMIT,
        LossReason.QUEUE_FULL,
        LossReason.UNREADABLE_EVENT,
        Sender.UNRESOLVED,
        Sender.REFUSED,
        Sender.UNCONNECTED,
        Sender.FAILED,
        Sender.UNREAD,
        Sender.TOO_LONG);
  }

  @Override
  public @Nullable Function<ReporterContext, Reporter> read(
      ConfigNode section, GlobalTags globalTags) {
    DatadogConfig config = DatadogConfig.read(section, globalTags, datagrams);
    return config == null ? null : context -> create(config, context);
  }

  private Reporter create(DatadogConfig config, ReporterContext context) {
    Deliveries deliveries = context.deliveries(name());
    Sender sender = new Sender(config.statsd().endpoint(), deliveries, context.log());
    DatagramBatch batch = new DatagramBatch(sender, config.statsd().mtu(), context.log());
    EventTap tap = context.tap(name(), MOST_WAITING);
    DatadogExport export =
        new DatadogExport(tap, batch, sender::close, deliveries).rules(config.newRules());
    return new PeriodicReporter(name(), config.toString(), deliveries, context.log())
        .exporting(export, config.statsd().everyNanos());
  }
}
