package dev.telemetry.agent.report.log;

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
  public String line(SeriesChange change) {
    MetricDefinition definition = change.series().metric().definition();
    StringBuilder json = new StringBuilder("{");
    text(json, "metric", definition.name());
    text(json, "type", definition.type().name().toLowerCase(Locale.ROOT));
    text(json, "unit", change.series().metric().unit().symbol());
    json.append("\"tags\":{");
    tags(change.series()).forEach((key, value) -> text(json, key, value));
    closeLast(json, "},");
    values(json, change);
    closeLast(json, "}");
    return json.toString();
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

  private static void values(StringBuilder json, SeriesChange change) {
    Series series = change.series();
    number(json, "count", (double) change.count());
    switch (series.metric().definition().type()) {
      case COUNTER:
        number(json, "total", (double) series.count());
        break;
      case SUM:
        number(json, "sum", change.sum());
        number(json, "total", series.sum());
        break;
      case LAST_VALUE:
        number(json, "value", series.lastValue());
        break;
      default:
        number(json, "sum", change.sum());
        for (double percentile : series.metric().percentiles()) {
          number(json, LineFormat.name(percentile), change.values().quantile(percentile));
        }
        break;
    }
  }

  private static void number(StringBuilder json, String key, double value) {
    boolean finite = !Double.isNaN(value) && !Double.isInfinite(value);
    quote(json, key);
    json.append(':').append(finite ? LineFormat.number(value) : "null").append(',');
  }

  private static void text(StringBuilder json, String key, @Nullable String value) {
    quote(json, key);
    json.append(':');
    if (value == null) {
      json.append("null");
    } else {
      quote(json, value);
    }
    json.append(',');
  }

  private static void closeLast(StringBuilder json, String end) {
    if (json.charAt(json.length() - 1) == ',') {
      json.setLength(json.length() - 1);
    }
    json.append(end);
  }

  private static void quote(StringBuilder json, String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ' || c == 0x7f || Character.isSurrogate(c)) {
        json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    json.append('"');
  }
}
