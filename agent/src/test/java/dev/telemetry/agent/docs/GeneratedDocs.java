package dev.telemetry.agent.docs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.telemetry.agent.config.ConfigFixture;
import dev.telemetry.agent.metrics.Metric;
import dev.telemetry.agent.metrics.TroubleMetrics;
import dev.telemetry.agent.report.LossMetric;
import dev.telemetry.agent.report.ReporterFactory;
import dev.telemetry.agent.report.prometheus.PrometheusReporterFactory;
import dev.telemetry.agent.self.SelfSettings;
import dev.telemetry.agent.settings.AllModules;
import dev.telemetry.agent.settings.DeclaredEvents;
import dev.telemetry.agent.settings.Installed;
import dev.telemetry.agent.settings.Settings;
import dev.telemetry.instrumentation.InstrumentationModule;
import dev.telemetry.instrumentation.MetricDefinition;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All files that are made of the code, by their names in the repository. */
final class GeneratedDocs {
  static final String SCHEMA = "docs/telemetry.schema.json";

  private GeneratedDocs() {}

  static Map<String, String> all() throws IOException, ReflectiveOperationException {
    List<InstrumentationModule> modules = AllModules.load();
    List<MetricDefinition> definitions = defaults(modules);
    Key keys = AskedKeys.read();
    Map<String, String> all = new LinkedHashMap<>();
    all.put("docs/configuration.md", ConfigurationPage.of(keys));
    List<MetricDefinition> asked = whereAsked(modules);
    all.put("docs/events.md", EventsPage.of(DeclaredEvents.of(modules), both(definitions, asked)));
    all.put("docs/metrics.md", MetricsPage.of(definitions, asked, aboutItself()));
    all.put("docs/reporters/losses.md", LossesPage.of(reporters(modules)));
    all.put(SCHEMA, json(ConfigSchema.of(keys)));
    return all;
  }

  private static List<MetricDefinition> defaults(List<InstrumentationModule> modules) {
    Installed installed = Installed.of(modules);
    return Settings.read(ConfigFixture.empty().load(), installed).metrics().stream()
        .map(Metric::definition)
        .toList();
  }

  private static List<MetricDefinition> both(
      List<MetricDefinition> some, List<MetricDefinition> more) {
    List<MetricDefinition> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }

  private static List<MetricDefinition> whereAsked(List<InstrumentationModule> modules) {
    List<MetricDefinition> all = new ArrayList<>(SelfSettings.allMetrics());
    modules.stream()
        .filter(module -> !module.unasked())
        .forEach(module -> all.addAll(module.metrics()));
    return all;
  }

  private static List<MetricDefinition> aboutItself() {
    List<MetricDefinition> all = new ArrayList<>(TroubleMetrics.definitions());
    all.add(LossMetric.definition());
    return all;
  }

  private static List<ReporterFactory> reporters(List<InstrumentationModule> modules) {
    List<ReporterFactory> all = new ArrayList<>(Installed.of(modules).reporters());
    all.add(new PrometheusReporterFactory(true));
    return all;
  }

  private static String json(Map<String, Object> object) throws JsonProcessingException {
    return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(object) + "\n";
  }
}
