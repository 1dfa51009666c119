package dev.telemetry.agent.settings;

import static java.util.stream.Collectors.toList;

import dev.telemetry.agent.config.Config;
import dev.telemetry.agent.config.ConfigNode;
import dev.telemetry.agent.config.InstrumentationsSection;
import dev.telemetry.agent.config.ReloadSection;
import dev.telemetry.agent.dashboard.DashboardSection;
import dev.telemetry.agent.extension.Extensions;
import dev.telemetry.agent.handler.HandlerPlan;
import dev.telemetry.agent.handler.HandlersSection;
import dev.telemetry.agent.http.HttpSettings;
import dev.telemetry.agent.instrumentation.InstrumentationSections;
import dev.telemetry.agent.metrics.DefaultMetrics;
import dev.telemetry.agent.metrics.Metric;
import dev.telemetry.agent.metrics.MetricsSection;
import dev.telemetry.agent.poller.PollMetrics;
import dev.telemetry.agent.poller.VmSettings;
import dev.telemetry.agent.poller.rule.PollSection;
import dev.telemetry.agent.report.GlobalTags;
import dev.telemetry.agent.report.ReporterFactory;
import dev.telemetry.agent.report.ReporterPlan;
import dev.telemetry.agent.report.Reporters;
import dev.telemetry.agent.report.prometheus.PrometheusReporterFactory;
import dev.telemetry.agent.self.SelfSettings;
import dev.telemetry.instrumentation.InstrumentationModule;
import dev.telemetry.instrumentation.InstrumentationSettings;
import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.PulledValues;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the configuration asks for; each feature reads its own section. Immutable. */
public final class Settings {
  private final Config config;
  private final Installed installed;
  private final List<InstrumentationModule> modules;
  private final DefaultMetrics defaults;
  private final List<Metric> metrics;
  private final GlobalTags globalTags;
  private final HttpSettings http;
  private final List<ReporterPlan> reporters;
  private final ReloadSection reload;
  private final VmSettings vm;
  private final SelfSettings self;
  private final PollSection polls;
  private final DashboardSection dashboard;
  private final Map<String, InstrumentationSettings> instrumentations;
  private final List<HandlerPlan> handlers;

  private Settings(Config config, Installed installed, @Nullable Settings before) {
    ConfigNode root = config.root();
    this.config = config;
    this.installed = installed;
    root.child("enabled", "Whether the agent does anything; as property or variable alone.")
        .flag(true); // obeyed by the boot, before there is a configuration
    globalTags = GlobalTags.read(root);
    reload = ReloadSection.read(root);
    root.child(Extensions.SECTION, "A folder of extension jars, or one of them.")
        .text(); // opened before, once
    http = HttpSettings.read(root);
    List<ReporterFactory> factories = new ArrayList<>(installed.reporters());
    factories.add(new PrometheusReporterFactory(http.enabled()));
    reporters = Reporters.read(root, factories, globalTags);
    modules = enabled(root, installed.modules());
    instrumentations = InstrumentationSections.read(root);
    vm = VmSettings.read(root);
    self = SelfSettings.read(root);
    polls = PollSection.read(root);
    defaults =
        before != null && hasDefaultsOf(before)
            ? before.defaults
            : new DefaultMetrics(
                definitions(),
                Reporters.names(factories),
                event -> DeclaredEvents.have(event, installed.modules()));
    metrics = MetricsSection.read(root, defaults);
    handlers = HandlersSection.read(root, installed.handlers());
    dashboard = DashboardSection.read(root).named(globalTags.service());
    root.rejectUnread();
  }

  /**
   * Reads everything; what is wrong stays off and is in the configuration's errors.
   *
   * @param installed the instrumentations and reporters that there are
   */
  public static Settings read(Config config, Installed installed) {
    return new Settings(config, installed, null);
  }

  /** Reads the next configuration, and shares with it what both have. */
  public Settings followedBy(Config next) {
    return new Settings(next, installed, this);
  }

  private static List<InstrumentationModule> enabled(
      ConfigNode root, List<InstrumentationModule> all) {
    Map<String, Boolean> unasked = new LinkedHashMap<>();
    all.forEach(module -> unasked.put(module.name(), module.unasked()));
    InstrumentationsSection section = InstrumentationsSection.read(root, unasked);
    return all.stream().filter(module -> section.enabled(module.name())).collect(toList());
  }

  private List<MetricDefinition> definitions() {
    List<MetricDefinition> definitions = new ArrayList<>(vm.metrics());
    definitions.add(PollMetrics.failures());
    modules.forEach(module -> definitions.addAll(module.metrics()));
    definitions.addAll(self.metrics());
    definitions.addAll(polls.metrics());
    return definitions;
  }

  /** Tells whether the same metrics come without anybody having defined them. */
  private boolean hasDefaultsOf(Settings other) {
    return modules.equals(other.modules)
        && vm.metrics().equals(other.vm.metrics())
        && self.metrics().equals(other.self.metrics())
        && polls.rules().equals(other.polls.rules());
  }

  /** Returns the configuration that all this was read from. */
  public Config config() {
    return config;
  }

  /** Returns the instrumentations that are switched on. */
  public List<InstrumentationModule> modules() {
    return Collections.unmodifiableList(modules);
  }

  /** Returns those of them that have values to be asked for. */
  public List<PulledValues> pulled() {
    List<PulledValues> pulled = new ArrayList<>();
    for (InstrumentationModule module : modules) {
      if (module instanceof PulledValues) {
        pulled.add((PulledValues) module);
      }
    }
    return pulled;
  }

  /** Returns the default metrics of these and the configured ones. */
  public List<Metric> metrics() {
    return Collections.unmodifiableList(metrics);
  }

  /** Returns the tags of every metric of every reporter. */
  public GlobalTags globalTags() {
    return globalTags;
  }

  /** Returns where the agent's own port is to be. */
  public HttpSettings http() {
    return http;
  }

  /** Returns the reporters that are switched on and rightly configured. */
  public List<ReporterPlan> reporters() {
    return Collections.unmodifiableList(reporters);
  }

  /** Returns what is set for instrumentations, by their names; equal where nothing differs. */
  public Map<String, InstrumentationSettings> instrumentations() {
    return instrumentations;
  }

  /** Returns how the VM is measured. */
  public VmSettings vm() {
    return vm;
  }

  /** Returns how the agent measures itself. */
  public SelfSettings self() {
    return self;
  }

  /** Returns what else is measured on a period. */
  public PollSection polls() {
    return polls;
  }

  /** Returns what the dashboard shows. */
  public DashboardSection dashboard() {
    return dashboard;
  }

  /** Returns the handlers that are wanted, made already. */
  public List<HandlerPlan> handlers() {
    return Collections.unmodifiableList(handlers);
  }

  /** Returns how the files are watched. */
  public ReloadSection reload() {
    return reload;
  }
}
