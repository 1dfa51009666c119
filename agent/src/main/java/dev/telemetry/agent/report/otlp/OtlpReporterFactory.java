package dev.telemetry.agent.report.otlp;

import dev.telemetry.agent.config.ConfigNode;
import dev.telemetry.agent.report.Deliveries;
import dev.telemetry.agent.report.GlobalTags;
import dev.telemetry.agent.report.LossReason;
import dev.telemetry.agent.report.PeriodicReporter;
import dev.telemetry.agent.report.Reporter;
import dev.telemetry.agent.report.ReporterContext;
import dev.telemetry.agent.report.ReporterFactory;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes the reporter that sends OTLP. */
public final class OtlpReporterFactory implements ReporterFactory {
  static final String NAME = "otlp";

  /** Makes the factory. */
  public OtlpReporterFactory() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String sentence() {
    return "Exports over OTLP.";
  }

  @Override
  public List<LossReason> losses() {
    return Arrays.asList(
        Delivery.REFUSED,
        Delivery.REJECTED,
        OtlpExport.GONE,
        LossReason.UNREADABLE,
        LossReason.UNSENT);
  }

  @Override
  public @Nullable Function<ReporterContext, Reporter> read(
      ConfigNode section, GlobalTags globalTags) {
    OtlpConfig config = OtlpConfig.read(section);
    return config == null ? null : context -> create(config, globalTags, context);
  }

  private Reporter create(OtlpConfig config, GlobalTags tags, ReporterContext context) {
    Deliveries deliveries = context.deliveries(name());
    Delivery delivery = new Delivery(new HttpTransport(config), tags, deliveries, context.log());
    UnixClock clock = new UnixClock(System::currentTimeMillis);
    OtlpExport export = new OtlpExport(context.registry(), config.delta(), delivery, clock);
    return new PeriodicReporter(name(), config.toString(), deliveries, context.log())
        .exporting(export, config.everyNanos());
  }
}
