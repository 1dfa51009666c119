package dev.telemetry.agent.report;

import dev.telemetry.agent.config.Config;
import dev.telemetry.agent.config.ConfigFixture;
import dev.telemetry.agent.config.ConfigNode;
import dev.telemetry.agent.config.InstrumentationsSection;
import dev.telemetry.agent.config.ReloadSection;
import dev.telemetry.agent.dashboard.DashboardSection;
import dev.telemetry.agent.extension.Extensions;
import dev.telemetry.agent.handler.HandlerClasses;
import dev.telemetry.agent.handler.HandlersSection;
import dev.telemetry.agent.http.HttpSettings;
import dev.telemetry.agent.instrumentation.InstrumentationSections;
import dev.telemetry.agent.log.AgentLog;
import dev.telemetry.agent.metrics.DefaultMetrics;
import dev.telemetry.agent.metrics.Metric;
import dev.telemetry.agent.metrics.MetricsSection;
import dev.telemetry.agent.metrics.SeriesRegistry;
import dev.telemetry.agent.poller.VmSettings;
import dev.telemetry.agent.poller.rule.PollSection;
import dev.telemetry.agent.report.log.LogReporterFactory;
import dev.telemetry.agent.report.otlp.OtlpReporterFactory;
import dev.telemetry.agent.report.prometheus.PrometheusReporterFactory;
import dev.telemetry.agent.report.statsd.DatadogReporterFactory;
import dev.telemetry.agent.report.statsd.StatsdReporterFactory;
import dev.telemetry.agent.self.SelfSettings;
import dev.telemetry.bus.Bus;
import java.util.List;
import java.util.Map;

/** Reads a configuration with every feature there is, as the agent does. */
final class ReadConfig {
  private final ConfigNode root;
  final List<Metric> metrics;
  final List<Reporter> reporters;
  final List<ReporterPlan> plans;
  final GlobalTags globalTags;
  final InstrumentationsSection instrumentations;
  final List<String> errors;

  ReadConfig(ConfigFixture fixture) {
    Config config = fixture.load();
    root = config.root();
    globalTags = GlobalTags.read(config.root());
    HttpSettings.read(config.root());
    instrumentations =
        InstrumentationsSection.read(config.root(), Map.of("jdbc", true, "servlet", true));
    VmSettings.read(config.root());
    SelfSettings.read(config.root());
    PollSection.read(config.root());
    metrics =
        MetricsSection.read(
            config.root(),
            new DefaultMetrics(List.of(), Reporters.names(factories()), event -> false));
    plans = Reporters.read(config.root(), factories(), globalTags);
    ReporterContext context =
        new ReporterContext(new Bus(), new SeriesRegistry(), AgentLog.stderr());
    reporters = plans.stream().map(plan -> plan.create(context)).toList();
    ReloadSection.read(config.root());
    InstrumentationSections.read(config.root());
    config.root().child(Extensions.SECTION).text();
    HandlersSection.read(config.root(), new HandlerClasses(Extensions.none()));
    DashboardSection.read(config.root());
    config.root().rejectUnread();
    errors = config.errors().messages();
  }

  List<String> reporterNames() {
    return reporters.stream().map(Reporter::name).toList();
  }

  /** The one that needs no asking is left out where nobody asks: it would be everywhere. */
  private List<ReporterFactory> factories() {
    boolean asked = root.child("reporters").child(PrometheusReporterFactory.NAME).present();
    return List.of(
        new StatsdReporterFactory(null),
        new DatadogReporterFactory(null),
        new OtlpReporterFactory(),
        new LogReporterFactory(),
        new PrometheusReporterFactory(asked));
  }
}
