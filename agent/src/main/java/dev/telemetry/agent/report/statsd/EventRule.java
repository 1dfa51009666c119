package dev.telemetry.agent.report.statsd;

import dev.telemetry.agent.config.ConfigNode;
import dev.telemetry.agent.report.RateLimit;
import dev.telemetry.agent.report.TappedEvent;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Makes an event of Datadog's: <code>
 * _e{5,4}:title|text|d:1700000000|k:key|p:low|s:source|t:error|#k:v</code>.
 *
 * <p>The two lengths count bytes of UTF-8. Titles are cut to 100 characters, texts to 4,000 bytes,
 * as the server would.
 */
final class EventRule implements DatadogRule {
  private static final int LONGEST_TITLE = 100;
  private static final int LONGEST_TEXT = 4_000;

  private final TextTemplate title;
  private final @Nullable TextTemplate text;
  private final @Nullable TextTemplate key;
  private final String fixed;
  private final DatadogTags tags;
  private final RateLimit limit;

  private EventRule(ConfigNode item, TextTemplate title, DatadogTags tags) {
    this.title = title;
    this.tags = tags;
    text =
        TextTemplate.read(
            item.child("text", "The text, in which `{key}` stands for a value of the event."));
    key =
        TextTemplate.read(
            item.child("aggregation-key", "Events with the same are shown together."));
    fixed = fixed(item);
    limit =
        RateLimit.read(
            item.child("limit", "How many, such as `10/min`; the rest is counted as lost."),
            "60/min");
  }

  private EventRule(EventRule from) {
    title = from.title;
    text = from.text;
    key = from.key;
    fixed = from.fixed;
    tags = from.tags;
    limit = from.limit.fresh();
  }

  /** Reads {@code {event, title, text, alert, priority, limit, tags, aggregation-key, source}}. */
  static @Nullable DatadogRule read(ConfigNode item, Map<String, String> globalTags) {
    ConfigNode place =
        item.child("title", "The title, in which `{key}` stands for a value of the event.");
    TextTemplate title = TextTemplate.read(place);
    if (title == null && !place.failed()) {
      item.problem("expected a title");
    }
    DatadogTags tags =
        DatadogTags.read(item.child("tags", "Keys of the event that become tags."), globalTags);
    TextTemplate any = title == null ? TextTemplate.none() : title;
    EventRule rule = new EventRule(item, any, tags);
    return item.failed() ? null : rule;
  }

  private static String fixed(ConfigNode item) {
    StringBuilder fixed = new StringBuilder();
    String priority =
        item.child("priority", "How important it is.").choice("normal", "normal", "low");
    String alert =
        item.child("alert", "What it tells.").choice("info", "error", "warning", "info", "success");
    DatadogRule.appendField(fixed, "p", priority.equals("normal") ? "" : priority);
    DatadogRule.appendField(fixed, "s", item.child("source", "What it comes from.").text(""));
    DatadogRule.appendField(fixed, "t", alert.equals("info") ? "" : alert);
    return fixed.toString();
  }

  @Override
  public DatadogRule fresh() {
    return new EventRule(this);
  }

  @Override
  public String line(TappedEvent event, long nanos) throws OverTheLimitException {
    if (!limit.admits(nanos)) {
      throw new OverTheLimitException();
    }
    String heading = cut(orName(title.of(event), event), LONGEST_TITLE, Integer.MAX_VALUE);
    String body = text == null ? "" : text.of(event);
    String written = cut(orName(body, event), LONGEST_TEXT, LONGEST_TEXT);
    StringBuilder line = new StringBuilder("_e{");
    line.append(bytes(heading)).append(',').append(bytes(written)).append("}:");
    line.append(heading).append('|').append(written).append("|d:");
    line.append(TimeUnit.MILLISECONDS.toSeconds(event.epochMillis()));
    DatadogRule.appendField(line, "k", key == null ? "" : key.of(event));
    return line.append(fixed).append(tags.of(event)).toString();
  }

  /** The server takes no event without a title or a text. */
  private static String orName(String text, TappedEvent event) {
    String escaped = DatadogRule.escaped(text.trim());
    return escaped.isEmpty() ? event.name() : escaped;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** Splits neither a pair of surrogates nor an escape. */
  private static String cut(String text, int mostChars, int mostBytes) {
    int end = Math.min(text.length(), mostChars);
    while (end > 0 && (splits(text, end) || bytes(text.substring(0, end)) > mostBytes)) {
      end--;
    }
    return text.substring(0, end);
  }

  private static boolean splits(String text, int end) {
    char last = text.charAt(end - 1);
    return end < text.length() && (Character.isHighSurrogate(last) || last == '\\');
  }
}
