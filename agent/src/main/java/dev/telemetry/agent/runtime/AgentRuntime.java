package dev.telemetry.agent.runtime;

import dev.telemetry.agent.config.Config;
import dev.telemetry.agent.log.AgentLog;
import dev.telemetry.agent.metrics.MetricBinder;
import dev.telemetry.agent.metrics.MetricWarnings;
import dev.telemetry.agent.metrics.SeriesRegistry;
import dev.telemetry.agent.poller.VmPoller;
import dev.telemetry.agent.report.Reporter;
import dev.telemetry.bus.Bus;
import dev.telemetry.dispatch.Dispatcher;
import dev.telemetry.weaving.Weaving;
import java.lang.instrument.Instrumentation;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A running agent: everything it is made of. */
final class AgentRuntime {
  private static final long FLUSH_DEADLINE = TimeUnit.SECONDS.toNanos(2);
  private static final long LAST_POLL_DEADLINE = TimeUnit.MILLISECONDS.toNanos(500);

  private final AgentLog log = AgentLog.stderr();
  private final SeriesRegistry registry = new SeriesRegistry(MetricWarnings.to(log));
  private final Bus bus = Bus.shared();
  private final VmPoller vm = new VmPoller(bus, log);
  private final ApiCopies copies;
  private final Settings settings;
  private final Weaving weaving;

  private AgentRuntime(@Nullable String argument, Instrumentation jvm) throws Exception {
    Config config = Config.load(argument, systemProperties(), System.getenv());
    settings = Settings.read(config, Modules.load(), registry, log);
    weaving = new Weaving(jvm, AgentRuntime.class.getClassLoader(), bus, settings.modules);
    copies = new ApiCopies(jvm, log);
  }

  /** Starts the agent: from here on the application is measured. */
  static void start(@Nullable String argument, Instrumentation jvm) throws Exception {
    new AgentRuntime(argument, jvm).start();
  }

  private void start() {
    bus.subscribe(new MetricBinder(registry, settings.metrics));
    Dispatcher.bus = bus.protocol();
    weaving.report().onFailure(log::failure);
    weaving.configure(settings.instrumentations);
    weaving.start();
    log.say(status().atStart());
    // now, not later: the application may end before anything else has begun
    Runtime.getRuntime().addShutdownHook(new Thread(this::flush, "telemetry-shutdown"));
    Thread late = new Thread(this::startLater, "telemetry-start");
    late.setDaemon(true);
    late.setContextClassLoader(null);
    late.start();
  }

  /** What the application need not wait for. */
  private void startLater() {
    try {
      weaving.warmUp();
      settings.reporters.forEach(Reporter::start);
      vm.use(settings.vm);
      copies.link(bus.protocol());
      weaving.sweep(true);
      TimeUnit.SECONDS.sleep(Status.AFTER_SECONDS);
      weaving.sweep(false);
      log.say(status().afterAWhile());
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    } catch (Throwable failure) {
      log.failure("the agent could not finish its start", failure);
    }
  }

  private void flush() {
    vm.stop(System.nanoTime() + LAST_POLL_DEADLINE);
    long deadline = System.nanoTime() + FLUSH_DEADLINE;
    for (Reporter reporter : settings.reporters) {
      reporter.flush(deadline);
    }
  }

  private Status status() {
    return new Status(weaving.report(), registry, settings.reporters);
  }

  private static Map<String, String> systemProperties() {
    Map<String, String> properties = new HashMap<>();
    for (String name : System.getProperties().stringPropertyNames()) {
      properties.put(name, System.getProperty(name, ""));
    }
    return properties;
  }
}
