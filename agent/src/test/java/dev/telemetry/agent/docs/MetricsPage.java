package dev.telemetry.agent.docs;

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

  private static final String ABOUT_ITSELF =
      """

      ## The agent about itself

      These come from no event: the agent counts on its own, and each series appears with its first trouble.

      """;

  private static final String WHERE_ASKED =
      """

      ## Where they are asked for

      `instrumentations: {agent: {enabled: true}}` adds the agent's own, every 10 s or as its `every` says; `executor` and
      `micrometer` in its place add theirs.

      """;

  private MetricsPage() {}

  static String of(
      List<MetricDefinition> defaults,
      List<MetricDefinition> asked,
      List<MetricDefinition> aboutItself) {
    Table<MetricDefinition> ofEvents =
        plain()
            .column("Buckets", MetricsPage::bucketsOf)
            .column("Event", MetricsPage::eventOf)
            .column("Measurement", MetricsPage::measurementOf)
            .column("Says", MetricDefinition::description);
    Table<MetricDefinition> ofAsked =
        plain().column("Event", MetricsPage::eventOf).column("Says", MetricDefinition::description);
    Table<MetricDefinition> ofItself = plain().column("Says", MetricDefinition::description);
    return INTRODUCTION
        + ofEvents.of(defaults)
        + ABOUT_ITSELF
        + ofItself.of(aboutItself)
        + WHERE_ASKED
        + ofAsked.of(asked);
  }

  /** What both tables show; another column, such as a reporter's name of a metric, is one line. */
  private static Table<MetricDefinition> plain() {
    return new Table<MetricDefinition>()
        .column("Metric", metric -> Table.code(metric.name()))
        .column("Type", MetricsPage::typeOf)
        .column("Unit", metric -> Table.code(metric.unit()))
        .column("Tags", metric -> Table.code(metric.tags()));
  }

  private static String typeOf(MetricDefinition metric) {
    return metric.type().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String bucketsOf(MetricDefinition metric) {
    return Arrays.stream(metric.buckets())
        .mapToObj(MetricsPage::number)
        .collect(Collectors.joining(", "));
  }

  private static String number(double bound) {
    return bound == Math.rint(bound) ? String.valueOf((long) bound) : String.valueOf(bound);
  }

  private static String eventOf(MetricDefinition metric) {
    String rules =
        metric.keep().entrySet().stream()
            .map(MetricsPage::rule)
            .collect(Collectors.joining(" and "));
    return EventsPage.linkTo(metric.event()) + (rules.isEmpty() ? "" : " where " + rules);
  }

  private static String rule(Map.Entry<String, String> rule) {
    return Table.code(rule.getKey()) + " is " + Table.code(rule.getValue());
  }

  private static String measurementOf(MetricDefinition metric) {
    boolean counts = metric.type() == MetricType.COUNTER;
    return counts ? "(counts events)" : Table.code(metric.measurement());
  }
}
