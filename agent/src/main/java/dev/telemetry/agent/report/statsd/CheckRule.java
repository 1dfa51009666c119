package dev.telemetry.agent.report.statsd;

import dev.telemetry.agent.config.ConfigNode;
import dev.telemetry.agent.metrics.TagRule;
import dev.telemetry.agent.report.TappedEvent;
import dev.telemetry.bus.Facts;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Makes a service check: {@code _sc|name|2|d:1700000000|#k:v|m:message}, the message last.
 *
 * <p>A check is a state, so one that repeats what was told is left out, for as long as a gauge
 * would be; a change is told at once.
 */
final class CheckRule implements DatadogRule {
  private static final List<String> STATUSES =
      Arrays.asList("ok", "warning", "critical", "unknown");
  private static final int MOST_STATES = 1_000;

  private final String name;
  private final TagRule status;
  private final @Nullable TextTemplate message;
  private final DatadogTags tags;
  private final long resendNanos;
  private final Map<String, Told> states = new Told.Newest(MOST_STATES);

  private CheckRule(ConfigNode item, TagRule status, StatsdConfig config) {
    this.status = status;
    StringBuilder clean = new StringBuilder();
    TaggedFlavor.appendWithout(clean, item.child("name").text(""), "|");
    name = clean.toString();
    message =
        TextTemplate.read(
            item.child("message", "The message, in which `{key}` stands for a value."));
    tags =
        DatadogTags.read(
            item.child("tags", "Keys of the event that become tags."), config.globalTags());
    resendNanos = config.resendNanos();
  }

  private CheckRule(CheckRule from) {
    name = from.name;
    status = from.status;
    message = from.message;
    tags = from.tags;
    resendNanos = from.resendNanos;
  }

  /** Reads {@code {event, name, status, message, tags}}. */
  static @Nullable DatadogRule read(ConfigNode item, StatsdConfig config) {
    ConfigNode name = item.child("name", "The name of the check.");
    if (!name.present() || name.text("").isEmpty()) {
      item.problem("expected a name for the check");
    }
    TagRule status = status(item.child("status", "Which value of the event means which status."));
    CheckRule rule = new CheckRule(item, status, config);
    return item.failed() ? null : rule;
  }

  private static TagRule status(ConfigNode node) {
    String from = node.child("from", "The key whose value it is.").text();
    Map<String, ConfigNode> written = new LinkedHashMap<>(node.entries());
    written.remove("from");
    if (from == null || written.isEmpty()) {
      node.problem("expected such as {from: error.type, absent: ok, \"*\": critical}");
      return TagRule.constant(STATUSES.get(0));
    }
    Map<String, String> statuses = new LinkedHashMap<>();
    written.forEach(
        (rule, place) -> statuses.put(rule, place.choice("ok", STATUSES.toArray(new String[0]))));
    try {
      return TagRule.from(from, statuses);
    } catch (IllegalArgumentException wrong) {
      node.error(String.valueOf(wrong.getMessage()));
      return TagRule.constant(STATUSES.get(0));
    }
  }

  @Override
  public DatadogRule fresh() {
    return new CheckRule(this);
  }

  @Override
  public @Nullable String line(TappedEvent event, long nanos) {
    int now = STATUSES.indexOf(status.value(Facts.of(event.measurements(), event.metadata())));
    String tagged = tags.of(event);
    Told told = states.get(tagged);
    if (now < 0 || (told != null && told.covers(now, nanos - resendNanos))) {
      return null;
    }
    states.put(tagged, new Told(now, nanos));
    return written(event, now, tagged);
  }

  private String written(TappedEvent event, int now, String tagged) {
    StringBuilder line = new StringBuilder("_sc|").append(name).append('|').append(now);
    line.append("|d:").append(TimeUnit.MILLISECONDS.toSeconds(event.epochMillis())).append(tagged);
    String text = message == null ? "" : message.of(event).trim();
    return text.isEmpty()
        ? line.toString()
        : line.append("|m:").append(DatadogRule.escaped(text).replace("m:", "m\\:")).toString();
  }

  /** A status, and when it was told. */
  private static final class Told {
    private final int status;
    private final long nanos;

    Told(int status, long nanos) {
      this.status = status;
      this.nanos = nanos;
    }

    boolean covers(int other, long since) {
      return status == other && nanos - since > 0;
    }

    /** Forgets the eldest: it is told once more than needed. */
    private static final class Newest extends LinkedHashMap<String, Told> {
      private static final long serialVersionUID = 1;
      private final int most;

      Newest(int most) {
        this.most = most;
      }

      @Override
      protected boolean removeEldestEntry(Map.Entry<String, Told> eldest) {
        return size() > most;
      }
    }
  }
}
