package dev.telemetry.agent.report.statsd;

import dev.telemetry.agent.config.ConfigNode;
import dev.telemetry.agent.report.TappedEvent;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tags as DogStatsD's lines have them behind {@code |#}: in them only what would end them becomes
 * {@code _}. Immutable.
 */
final class DatadogTags {
  private final List<String> keys;
  private final Map<String, String> globalTags;

  private DatadogTags(List<String> keys, Map<String, String> globalTags) {
    this.keys = keys;
    this.globalTags = globalTags;
  }

  /** Reads a list of an event's keys. */
  static DatadogTags read(ConfigNode node, Map<String, String> globalTags) {
    return new DatadogTags(node.texts(), globalTags);
  }

  /** Returns the tags of one event; empty where it has none. */
  String of(TappedEvent event) {
    StringBuilder tags = new StringBuilder();
    for (String key : keys) {
      String value = TextTemplate.value(event, key);
      if (value != null) {
        append(tags, key, value);
      }
    }
    globalTags.forEach(
        (key, value) -> {
          if (!keys.contains(key)) {
            append(tags, key, value);
          }
        });
    return tags.toString();
  }

  /** Appends a tag behind those that are there. */
  static void append(StringBuilder tags, String key, @Nullable String value) {
    tags.append(tags.length() == 0 ? "|#" : ",");
    TaggedFlavor.appendWithout(tags, key, "|,#@:");
    tags.append(':');
    TaggedFlavor.appendWithout(tags, value == null ? TaggedFlavor.NO_VALUE : value, "|,#@");
  }
}
