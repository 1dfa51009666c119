package dev.telemetry.agent.dashboard;

import dev.telemetry.agent.json.JsonWriter;
import dev.telemetry.agent.metrics.Metric;
import dev.telemetry.instrumentation.MetricDefinition;
import java.util.Locale;

/** What the page has to know of a metric to draw it, and to write it down as configuration. */
final class MetricShape {
  private MetricShape() {}

  static void write(JsonWriter json, Metric metric, int id) {
    MetricDefinition definition = metric.definition();
    json.object().number("id", id).text("name", definition.name());
    json.text("type", definition.type().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    json.text("event", definition.event()).text("measurement", definition.measurement());
    json.text("unit", metric.unit().symbol()).number("scale", metric.unit().convert(1));
    json.text("description", definition.description());
    json.flag("filtered", metric.filter() != null);
    json.flag("ruled", !metric.tagRules().isEmpty());
    json.array("tags");
    definition.tags().forEach(json::text);
    json.endArray();
    numbers(json, "buckets", definition.buckets());
    numbers(json, "percentiles", metric.percentiles());
    json.endObject();
  }

  private static void numbers(JsonWriter json, String key, double[] numbers) {
    json.array(key);
    for (double number : numbers) {
      json.number(number);
    }
    json.endArray();
  }
}
