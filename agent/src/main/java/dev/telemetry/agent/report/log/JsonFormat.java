package dev.telemetry.agent.report.log;

import dev.telemetry.agent.json.JsonWriter;
import dev.telemetry.agent.metrics.Series;
import dev.telemetry.agent.report.GlobalTags;
import dev.telemetry.agent.report.SeriesChange;
import dev.telemetry.instrumentation.MetricDefinition;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lines for machines: one JSON object each, values in the metric's unit. */
final class JsonFormat implements LineFormat {
  private final GlobalTags globalTags;

  JsonFormat(GlobalTags globalTags) {
    this.globalTags = globalTags;
  }

  @Override
  public String line(SeriesChange change, String time) {
    MetricDefinition definition = change.series().metric().definition();
    JsonWriter json = new JsonWriter().object();
    json.text("metric", definition.name()).text("time", time);
    json.text("type", definition.type().name().toLowerCase(Locale.ROOT));
    json.text("unit", change.series().metric().unit().symbol());
    json.object("tags");
    tags(change.series()).forEach(json::text);
    values(json.endObject(), change);
    return json.endObject().toString();
  }

  private Map<String, @Nullable String> tags(Series series) {
    Map<String, @Nullable String> tags = new LinkedHashMap<>();
    for (int i = 0; i < series.tagKeys().size(); i++) {
      tags.put(series.tagKeys().get(i), series.tagValues().get(i));
    }
    globalTags
        .asMap()
        .forEach(
            (key, value) -> {
              if (!tags.containsKey(key)) {
                tags.put(key, value);
              }
            });
    return tags;
  }

  private static void values(JsonWriter json, SeriesChange change) {
    Series series = change.series();
    json.number("count", change.count());
    switch (series.metric().definition().type()) {
      case COUNTER:
        json.number("total", series.count());
        break;
      case SUM:
        json.number("sum", change.sum());
        json.number("total", series.sum());
        break;
      case LAST_VALUE:
        json.number("value", series.lastValue());
        break;
      default:
        json.number("sum", change.sum());
        for (double percentile : series.metric().percentiles()) {
          json.number(LineFormat.name(percentile), change.values().quantile(percentile));
        }
        break;
    }
  }
}
