package dev.telemetry.agent.docs;

import dev.telemetry.TelemetryEvents;
import dev.telemetry.instrumentation.EventDefinition;
import dev.telemetry.instrumentation.EventDefinition.Fact;
import dev.telemetry.instrumentation.MetricDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes {@code docs/events.md}. */
final class EventsPage {
  private static final String INTRODUCTION =
      """
      # Events

      Every event that the agent and its instrumentations emit, for handlers and for metrics. This page is generated from the
      definitions, which the tests hold against what is emitted; do not edit it.

      ## Spans

      A span is a start event, then a stop or an exception event. Beside what is listed below, the bus gives them:

      """;

  private static final String MEASUREMENTS =
      """

      Times are nanoseconds. Metrics of a span may also have the measurement `active`: how many have begun and not ended.
      """;

  private static final Table<Fact> FACTS =
      new Table<Fact>()
          .column("Key", fact -> Table.code(fact.name()))
          .column("Says", Fact::sentence);

  private final List<MetricDefinition> metrics;

  private EventsPage(List<MetricDefinition> metrics) {
    this.metrics = metrics;
  }

  static String of(List<EventDefinition> events, List<MetricDefinition> metrics) {
    EventsPage page = new EventsPage(metrics);
    return INTRODUCTION
        + everySpan()
        + MEASUREMENTS
        + events.stream().map(page::section).collect(Collectors.joining());
  }

  /** Returns a link as other pages write it. */
  static String linkTo(String event) {
    return "[`" + event + "`](events.md#" + anchor(event) + ")";
  }

  /** As the common renderers of Markdown make it from a heading. */
  private static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]", "");
  }

  private static String everySpan() {
    EventDefinition bare = EventDefinition.span("", "", EventsPage.class);
    return new Table<String>()
        .column("Event", Table::code)
        .column("Measurements", part -> Table.code(bare.measurementsOf(part)))
        .column("Metadata", part -> Table.code(bare.keysOf(part)))
        .of(List.of(TelemetryEvents.START, TelemetryEvents.STOP, TelemetryEvents.EXCEPTION));
  }

  private String section(EventDefinition event) {
    String text =
        "\n## `" + event.name() + "`\n\n" + (event.isSpan() ? "A span. " : "") + event.when();
    text += "\nEmitted by " + Repository.linkTo(event.emitter()) + ".\n";
    text +=
        facts(event.isSpan() ? "Measurements at the end" : "Measurements", event.measurements());
    text += facts("Metadata", keys(event, false));
    text += facts("Metadata at the end", keys(event, true));
    if (!event.userKeys().isEmpty()) {
      text += "\nFurther keys of the metadata: " + event.userKeys() + "\n";
    }
    String metrics = metricsOf(event);
    return metrics.isEmpty() ? text : text + "\nDefault metrics: " + metrics + ".\n";
  }

  private static List<Fact> keys(EventDefinition event, boolean atEnd) {
    return event.keys().stream().filter(key -> key.isAtEndOnly() == atEnd).toList();
  }

  private static String facts(String title, List<Fact> facts) {
    return facts.isEmpty() ? "" : "\n" + title + ":\n\n" + FACTS.of(facts);
  }

  private String metricsOf(EventDefinition event) {
    List<String> names = new ArrayList<>();
    for (MetricDefinition metric : metrics) {
      if (metric.event().equals(event.name())) {
        names.add("[`" + metric.name() + "`](metrics.md)");
      }
    }
    return String.join(", ", names);
  }
}
