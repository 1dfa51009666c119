package dev.telemetry.agent.runtime;

import static java.util.stream.Collectors.toList;

import dev.telemetry.agent.config.Config;
import dev.telemetry.agent.config.ConfigNode;
import dev.telemetry.agent.config.InstrumentationsSection;
import dev.telemetry.agent.config.LaterSections;
import dev.telemetry.agent.instrumentation.InstrumentationSections;
import dev.telemetry.agent.log.AgentLog;
import dev.telemetry.agent.metrics.Metric;
import dev.telemetry.agent.metrics.MetricsSection;
import dev.telemetry.agent.metrics.SeriesRegistry;
import dev.telemetry.agent.poller.VmSettings;
import dev.telemetry.agent.report.GlobalTags;
import dev.telemetry.agent.report.Reporter;
import dev.telemetry.agent.report.ReporterContext;
import dev.telemetry.agent.report.ReporterFactory;
import dev.telemetry.agent.report.Reporters;
import dev.telemetry.agent.report.log.LogReporterFactory;
import dev.telemetry.agent.report.statsd.StatsdReporterFactory;
import dev.telemetry.instrumentation.InstrumentationModule;
import dev.telemetry.instrumentation.InstrumentationSettings;
import dev.telemetry.instrumentation.MetricDefinition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What the configuration asks for; each feature reads its own section. */
final class Settings {
  private static final List<ReporterFactory> REPORTERS =
      Arrays.asList(new StatsdReporterFactory(), new LogReporterFactory());

  final List<InstrumentationModule> modules;
  final List<Metric> metrics;
  final Map<String, InstrumentationSettings> instrumentations;
  final List<Reporter> reporters;
  final VmSettings vm;

  private Settings(
      List<InstrumentationModule> modules,
      Map<String, InstrumentationSettings> instrumentations,
      List<Metric> metrics,
      List<Reporter> reporters,
      VmSettings vm) {
    this.modules = modules;
    this.instrumentations = instrumentations;
    this.metrics = metrics;
    this.reporters = reporters;
    this.vm = vm;
  }

  /** Reads everything and says what is wrong; that part of it stays off. */
  static Settings read(
      Config config, List<InstrumentationModule> all, SeriesRegistry registry, AgentLog log) {
    ConfigNode root = config.root();
    root.child("enabled"); // read by the boot, before there is a configuration
    List<InstrumentationModule> modules = enabled(root, all);
    VmSettings vm = VmSettings.read(root);
    List<Metric> metrics =
        MetricsSection.read(root, defaults(modules, vm), Reporters.names(REPORTERS));
    Map<String, InstrumentationSettings> instrumentations = InstrumentationSections.read(root);
    GlobalTags tags = GlobalTags.read(root);
    List<Reporter> reporters =
        Reporters.create(root, REPORTERS, new ReporterContext(registry, tags, log));
    LaterSections.tell(root);
    root.rejectUnread();
    config.errors().messages().forEach(log::say);
    return new Settings(modules, instrumentations, metrics, reporters, vm);
  }

  private static List<InstrumentationModule> enabled(
      ConfigNode root, List<InstrumentationModule> all) {
    List<String> names = all.stream().map(InstrumentationModule::name).collect(toList());
    InstrumentationsSection section = InstrumentationsSection.read(root, names);
    return all.stream().filter(module -> section.enabled(module.name())).collect(toList());
  }

  private static List<MetricDefinition> defaults(
      List<InstrumentationModule> modules, VmSettings vm) {
    List<MetricDefinition> defaults = new ArrayList<>(vm.metrics());
    modules.forEach(module -> defaults.addAll(module.metrics()));
    return defaults;
  }
}
