package dev.telemetry.agent.docs;

import dev.telemetry.agent.metrics.Metric;
import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.MetricType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes {@code docs/metrics.md}. */
final class MetricsPage {
  private static final String INTRODUCTION =
      """
      # Default metrics

      What is there without any configuration. This page is generated from the definitions; do not edit it.

      A metric of the same name in `telemetry.yaml` takes the place of a default one, see
      [metric definitions](metric-definitions.md); `instrumentations: {jdbc: {enabled: false}}` takes away what one
      instrumentation emits, with its metrics. An event that is a span counts at its end, whether it returned or threw.

      """;

  /** Another column is one more line. */
  private static final Table<Metric> TABLE =
      new Table<Metric>()
          .column("Metric", metric -> Table.code(metric.definition().name()))
          .column("Type", metric -> typeOf(metric.definition()))
          .column("Unit", metric -> Table.code(metric.definition().unit()))
          .column("Tags", metric -> Table.code(metric.definition().tags()))
          .column("Buckets", metric -> bucketsOf(metric.definition()))
          .column("Event", metric -> eventOf(metric.definition()))
          .column("Measurement", metric -> measurementOf(metric.definition()))
          .column("Says", metric -> metric.definition().description());

  private MetricsPage() {}

  static String of(List<Metric> defaults) {
    return INTRODUCTION + TABLE.of(defaults);
  }

  private static String typeOf(MetricDefinition definition) {
    return definition.type().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String bucketsOf(MetricDefinition definition) {
    return Arrays.stream(definition.buckets())
        .mapToObj(MetricsPage::number)
        .collect(Collectors.joining(", "));
  }

  private static String number(double bound) {
    return bound == Math.rint(bound) ? String.valueOf((long) bound) : String.valueOf(bound);
  }

  private static String eventOf(MetricDefinition definition) {
    String event = EventsPage.linkTo(definition.event());
    String rules = definition.keep().entrySet().stream().map(MetricsPage::rule).collect(joined());
    return rules.isEmpty() ? event : event + " where " + rules;
  }

  private static java.util.stream.Collector<CharSequence, ?, String> joined() {
    return Collectors.joining(" and ");
  }

  private static String rule(Map.Entry<String, String> rule) {
    return Table.code(rule.getKey()) + " is " + Table.code(rule.getValue());
  }

  private static String measurementOf(MetricDefinition definition) {
    boolean counts = definition.type() == MetricType.COUNTER;
    return counts ? "(counts events)" : Table.code(definition.measurement());
  }
}
