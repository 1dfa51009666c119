package dev.telemetry.agent.settings;

import dev.telemetry.agent.config.Config;
import dev.telemetry.agent.config.ConfigNode;
import dev.telemetry.agent.extension.Extensions;
import dev.telemetry.agent.handler.HandlerClasses;
import dev.telemetry.agent.report.GuardedReporterFactory;
import dev.telemetry.agent.report.ReporterFactory;
import dev.telemetry.agent.report.Reporters;
import dev.telemetry.agent.report.UnixDatagrams;
import dev.telemetry.agent.report.log.LogReporterFactory;
import dev.telemetry.agent.report.micrometer.MicrometerReporterFactory;
import dev.telemetry.agent.report.otlp.OtlpReporterFactory;
import dev.telemetry.agent.report.prometheus.PrometheusReporterFactory;
import dev.telemetry.agent.report.statsd.DatadogReporterFactory;
import dev.telemetry.agent.report.statsd.StatsdReporterFactory;
import dev.telemetry.instrumentation.InstrumentationModule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The instrumentations and reporters that there are: the jar's own and those of extensions, the
 * same for the life of the JVM.
 */
public final class Installed {
  private final List<InstrumentationModule> modules;
  private final List<ReporterFactory> reporters;
  private final HandlerClasses handlers;

  private Installed(
      List<InstrumentationModule> modules,
      Extensions extensions,
      @Nullable UnixDatagrams datagrams) {
    this.modules = Collections.unmodifiableList(new ArrayList<>(modules));
    handlers = new HandlerClasses(extensions);
    reporters =
        new ArrayList<>(
            Arrays.asList(
                new StatsdReporterFactory(datagrams),
                new DatadogReporterFactory(datagrams),
                new OtlpReporterFactory(),
                new LogReporterFactory(),
                new MicrometerReporterFactory(extensions::find)));
  }

  /** Takes these instrumentations and the jar's reporters. */
  public static Installed of(List<InstrumentationModule> modules) {
    return new Installed(modules, Extensions.none(), null);
  }

  /**
   * Finds all there is, in the jar and in the extensions that a configuration names; what is wrong
   * with an extension is in the configuration's errors.
   *
   * @throws IOException where the jar is damaged
   * @throws ReflectiveOperationException where the jar is damaged
   */
  public static Installed load(Config config) throws IOException, ReflectiveOperationException {
    ConfigNode section = config.root().child(Extensions.SECTION);
    Extensions extensions = Extensions.open(section);
    Installed installed = new Installed(Modules.load(), extensions, datagrams(extensions, section));
    extensions.services(ReporterFactory.class, section, installed::add);
    extensions.services(
        InstrumentationModule.class,
        section,
        (jar, module) -> "instrumentations can't be added by a jar");
    return installed;
  }

  private static @Nullable UnixDatagrams datagrams(Extensions extensions, ConfigNode section) {
    List<UnixDatagrams> found = new ArrayList<>();
    extensions.services(
        UnixDatagrams.class,
        section,
        (jar, datagrams) -> {
          found.add(datagrams);
          return found.size() == 1 ? null : "another jar brings datagram sockets already";
        });
    return found.isEmpty() ? null : found.get(0);
  }

  private @Nullable String add(String jar, ReporterFactory factory) {
    GuardedReporterFactory guarded = new GuardedReporterFactory(factory, jar);
    boolean own = guarded.name().equals(PrometheusReporterFactory.NAME);
    if (own || Reporters.names(reporters).contains(guarded.name())) {
      return "there is a reporter " + guarded.name() + " already";
    }
    reporters.add(guarded);
    return null;
  }

  /** Returns the instrumentations. */
  public List<InstrumentationModule> modules() {
    return modules;
  }

  /** Returns what makes the handlers. */
  public HandlerClasses handlers() {
    return handlers;
  }

  /** Returns the reporters. */
  public List<ReporterFactory> reporters() {
    return Collections.unmodifiableList(reporters);
  }
}
