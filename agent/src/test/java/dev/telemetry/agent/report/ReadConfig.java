package dev.telemetry.agent.report;

import dev.telemetry.agent.config.Config;
import dev.telemetry.agent.config.ConfigFixture;
import dev.telemetry.agent.config.InstrumentationsSection;
import dev.telemetry.agent.config.LaterSections;
import dev.telemetry.agent.config.ReloadSection;
import dev.telemetry.agent.instrumentation.InstrumentationSections;
import dev.telemetry.agent.log.AgentLog;
import dev.telemetry.agent.metrics.Metric;
import dev.telemetry.agent.metrics.MetricsSection;
import dev.telemetry.agent.metrics.SeriesRegistry;
import dev.telemetry.agent.poller.VmSettings;
import dev.telemetry.agent.report.log.LogReporterFactory;
import dev.telemetry.agent.report.statsd.StatsdReporterFactory;
import dev.telemetry.bus.Bus;
import java.util.List;

/** Reads a configuration with every feature there is, as the agent does. */
final class ReadConfig {
  private static final List<ReporterFactory> FACTORIES =
      List.of(new StatsdReporterFactory(), new LogReporterFactory());

  final List<Metric> metrics;
  final List<Reporter> reporters;
  final List<ReporterPlan> plans;
  final GlobalTags globalTags;
  final InstrumentationsSection instrumentations;
  final List<String> errors;

  ReadConfig(ConfigFixture fixture) {
    Config config = fixture.load();
    globalTags = GlobalTags.read(config.root());
    instrumentations = InstrumentationsSection.read(config.root(), List.of("jdbc", "servlet"));
    VmSettings.read(config.root());
    metrics = MetricsSection.read(config.root(), List.of(), Reporters.names(FACTORIES));
    plans = Reporters.read(config.root(), FACTORIES, globalTags);
    ReporterContext context =
        new ReporterContext(new Bus(), new SeriesRegistry(), AgentLog.stderr());
    reporters = plans.stream().map(plan -> plan.create(context)).toList();
    ReloadSection.read(config.root());
    InstrumentationSections.read(config.root());
    LaterSections.tell(config.root());
    config.root().rejectUnread();
    errors = config.errors().messages();
  }

  List<String> reporterNames() {
    return reporters.stream().map(Reporter::name).toList();
  }
}
