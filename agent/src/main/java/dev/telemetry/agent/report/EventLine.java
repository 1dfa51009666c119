package dev.telemetry.agent.report;

import dev.telemetry.agent.config.Secrets;
import dev.telemetry.agent.json.JsonWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes an event as one line, keys in alphabetical order; values of secret keys are hidden.
 *
 * <p>Numbers are as they were emitted: times are nanoseconds.
 */
public final class EventLine {
  private final boolean json;
  private final List<String> secrets = new ArrayList<>();

  /** Takes words that tell a secret key, beside those that always do. */
  public EventLine(boolean json, List<String> secrets) {
    this.json = json;
    secrets.forEach(word -> this.secrets.add(word.toLowerCase(Locale.ROOT)));
  }

  /** Returns the line, without an end; throws what the text of a foreign value throws. */
  public String line(TappedEvent event) {
    Map<String, ?> metadata = new TreeMap<>(event.metadata().toMap());
    Map<String, ?> measurements = new TreeMap<>(event.measurements().toMap());
    String time = Instant.ofEpochMilli(event.epochMillis()).toString();
    if (!json) {
      String numbers = measurements.isEmpty() ? "" : text(measurements, " ", "");
      return time + " " + event.name() + text(metadata, "{", "}") + numbers;
    }
    JsonWriter line = new JsonWriter().object().text("event", event.name()).text("time", time);
    add(line, "measurements", measurements);
    add(line, "metadata", metadata);
    return line.endObject().toString();
  }

  private String text(Map<String, ?> values, String start, String end) {
    StringJoiner text = new StringJoiner(", ", start, end).setEmptyValue("");
    values.forEach((key, value) -> text.add(key + "=" + shown(key, value)));
    return text.toString();
  }

  private void add(JsonWriter line, String name, Map<String, ?> values) {
    line.object(name);
    values.forEach((key, value) -> add(line, key, shown(key, value)));
    line.endObject();
  }

  private static void add(JsonWriter line, String key, @Nullable Object value) {
    if (value instanceof Double || value instanceof Float) {
      line.number(key, ((Number) value).doubleValue());
    } else if (value instanceof Long || value instanceof Integer) {
      line.number(key, ((Number) value).longValue());
    } else {
      line.text(key, value == null ? null : value.toString());
    }
  }

  private @Nullable Object shown(String key, @Nullable Object value) {
    return isSecret(key) ? Secrets.HIDDEN : value;
  }

  private boolean isSecret(String key) {
    String lower = key.toLowerCase(Locale.ROOT);
    return Secrets.isSecret(key) || secrets.stream().anyMatch(lower::contains);
  }
}
