package dev.telemetry.agent.runtime;

import dev.telemetry.agent.config.Config;
import dev.telemetry.agent.config.ConfigWatch;
import dev.telemetry.agent.dashboard.Dashboard;
import dev.telemetry.agent.http.Gate;
import dev.telemetry.agent.http.HttpPort;
import dev.telemetry.agent.http.HttpRoutes;
import dev.telemetry.agent.log.AgentLog;
import dev.telemetry.agent.metrics.MetricBinder;
import dev.telemetry.agent.metrics.MetricWarnings;
import dev.telemetry.agent.metrics.PulledSeries;
import dev.telemetry.agent.metrics.SeriesRegistry;
import dev.telemetry.agent.metrics.Unmatched;
import dev.telemetry.agent.poller.ValuePoller;
import dev.telemetry.agent.poller.VmPoller;
import dev.telemetry.agent.poller.rule.Polls;
import dev.telemetry.agent.report.ReporterContext;
import dev.telemetry.agent.self.SelfPolls;
import dev.telemetry.agent.settings.Installed;
import dev.telemetry.agent.settings.Settings;
import dev.telemetry.bus.Bus;
import dev.telemetry.dispatch.Dispatcher;
import dev.telemetry.weaving.LoadedClasses;
import dev.telemetry.weaving.Weaving;
import java.lang.instrument.Instrumentation;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A running agent: everything it is made of. */
final class AgentRuntime {
  private static final long FLUSH_DEADLINE = TimeUnit.SECONDS.toNanos(2);

  private final AgentLog log = AgentLog.stderr();
  private final SeriesRegistry registry = new SeriesRegistry(MetricWarnings.to(log));
  private final Bus bus = Bus.shared();
  private final VmPoller vm = new VmPoller(bus, log);
  private final Polls polls;
  private final SelfPolls self;
  private final ValuePoller values;
  private final ApiCopies copies;
  private final Settings settings;
  private final ConfigState state;
  private final Weaving weaving;
  private final MetricBinder binder;
  private final Gate gate;
  private final HttpPort http;
  private final Dashboard dashboard;
  private final LiveReporters reporters;
  private final LiveHandlers handlers;
  private final Exit exit;
  private boolean linkedBefore;

  private AgentRuntime(@Nullable String argument, Instrumentation jvm) throws Exception {
    Config config = Config.load(argument);
    settings = Settings.read(config, Installed.load(config));
    state = new ConfigState(config);
    settings.config().errors().messages().forEach(log::say);
    weaving = new Weaving(jvm, AgentRuntime.class.getClassLoader(), bus, settings.modules());
    copies = new ApiCopies(jvm, log);
    HttpRoutes routes = new HttpRoutes(settings.http());
    gate = new Gate(routes, settings.http(), log);
    http = new HttpPort(routes, gate, log);
    dashboard = new Dashboard(bus, registry, routes);
    ReporterContext context = new ReporterContext(bus, registry, log, routes);
    reporters = new LiveReporters(settings.reporters(), context);
    handlers = new LiveHandlers(settings.handlers(), bus, log);
    routes.add(StatusPage.PATH, statusPage());
    binder = new MetricBinder(registry, settings.metrics());
    values = new ValuePoller(settings.pulled(), new PulledSeries(registry), log);
    exit = new Exit(reporters, this::askLast, jvm, log);
    polls = new Polls(bus, () -> LoadedClasses.of(jvm), log);
    self = new SelfPolls(bus, registry, reporters::all, weaving.report());
  }

  /** Starts the agent: from here on the application is measured. */
  static void start(@Nullable String argument, Instrumentation jvm) throws Exception {
    new AgentRuntime(argument, jvm).start();
  }

  private void start() {
    bus.subscribe(binder);
    handlers.start();
    Dispatcher.bus = bus.protocol();
    weaving.report().onFailure(log::failure);
    weaving.configure(settings.instrumentations());
    weaving.start();
    linkedBefore = weaving.sweepLinked();
    http.takeAny(settings.http());
    log.say(status().atStart());
    // now, not later: the application may end before anything else has begun
    exit.addHook();
    Thread late = new Thread(this::startLater, "telemetry-start");
    late.setDaemon(true);
    late.setContextClassLoader(null);
    late.start();
  }

  /** What the application need not wait for. */
  private void startLater() {
    try {
      exit.addLastHook();
      copies.link(bus.protocol());
      weaving.warmUp();
      reporters.start();
      gate.use(settings.http());
      http.open(settings.http());
      gate.tell();
      dashboard.use(settings.dashboard());
      vm.use(settings.vm());
      polls.use(settings.polls().rules());
      self.use(settings.self());
      values.start();
      if (!linkedBefore) {
        weaving.sweep(true);
      }
      watch();
      new EverySecond(dashboard, new UnmatchedReport(new Unmatched(bus, binder), log), log).start();
      TimeUnit.SECONDS.sleep(Status.AFTER_SECONDS);
      weaving.sweep(false);
      log.say(status().afterAWhile());
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    } catch (Throwable failure) {
      log.failure("the agent could not finish its start", failure);
    }
  }

  private void askLast(long deadline) {
    vm.stop(deadline);
    values.stop(deadline);
  }

  private void watch() {
    if (!settings.reload().enabled()) {
      return;
    }
    Reload reload = new Reload(settings, state, log);
    ConfigWatch watch = new ConfigWatch(settings.config(), settings.reload().everyNanos(), reload);
    reload.part(new LiveHttp(http, gate, settings.http()));
    reload.part(new LiveDashboard(dashboard, settings));
    reload.part(reporters);
    reload.part(handlers);
    reload.part(new LiveInstrumentations(settings.instrumentations(), weaving::configure));
    reload.part(new LiveSection("vm", next -> vm.use(next.vm()), settings));
    reload.part(new LiveSection("agent", next -> self.use(next.self()), settings));
    reload.part(new LivePolls(polls, settings.polls().rules()));
    reload.part(
        new LiveMetrics(settings.metrics(), binder, bus, () -> reporters.flush(FLUSH_DEADLINE)));
    reload.part(new LiveWatch(watch));
    watch.start();
  }

  private StatusPage statusPage() {
    return new StatusPage(weaving.report(), registry, reporters::all, http.counts())
        .configuredBy(state)
        .telling(bus, log)
        .attaching(handlers)
        .measuring(() -> bus.poller().measurements());
  }

  private Status status() {
    return new Status(weaving.report(), registry, reporters.all());
  }
}
