package dev.telemetry.agent.report.statsd;

import dev.telemetry.TelemetryEvents;
import dev.telemetry.agent.config.ConfigNode;
import dev.telemetry.agent.report.TappedEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A text with values of an event in it: {@code handler {handler.id} detached}. Immutable.
 *
 * <p>A key is one of the metadata, else of the measurements; one without a value leaves nothing. A
 * {@code duration} is written in milliseconds.
 */
final class TextTemplate {
  private static final String EXPECTED =
      "a text, in which keys of the event stand in braces, such as \"{error.message}\"";
  private static final double NANOS_PER_MILLI = TimeUnit.MILLISECONDS.toNanos(1);

  /** One more than the keys: what stands before, between and behind them. */
  private final List<String> texts;

  private final List<String> keys;

  private TextTemplate(List<String> texts, List<String> keys) {
    this.texts = texts;
    this.keys = keys;
  }

  /** The template of no text. */
  static TextTemplate none() {
    return new TextTemplate(Collections.singletonList(""), Collections.emptyList());
  }

  /** Reads a template; null where there is none or it is wrong. */
  static @Nullable TextTemplate read(ConfigNode node) {
    String text = node.text();
    return text == null ? null : read(node, text);
  }

  private static @Nullable TextTemplate read(ConfigNode node, String text) {
    List<String> texts = new ArrayList<>();
    List<String> keys = new ArrayList<>();
    int from = 0;
    for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
      int close = text.indexOf('}', open);
      String key = close < 0 ? "" : text.substring(open + 1, close).trim();
      if (key.isEmpty()) {
        node.error(EXPECTED);
        return null;
      }
      texts.add(text.substring(from, open));
      keys.add(key);
      from = close + 1;
    }
    texts.add(text.substring(from));
    return new TextTemplate(texts, keys);
  }

  /** Returns the text for an event. */
  String of(TappedEvent event) {
    StringBuilder out = new StringBuilder(texts.get(0));
    for (int i = 0; i < keys.size(); i++) {
      String value = value(event, keys.get(i));
      out.append(value == null ? "" : value).append(texts.get(i + 1));
    }
    return out.toString();
  }

  /** Returns the text of one value of an event; null where it has none. */
  static @Nullable String value(TappedEvent event, String key) {
    Object value = event.metadata().get(key);
    if (value != null) {
      return value.toString();
    }
    Number number = event.measurements().get(key);
    return number == null ? null : written(key, number.doubleValue());
  }

  private static String written(String key, double number) {
    StringBuilder out = new StringBuilder();
    if (key.equals(TelemetryEvents.DURATION)) {
      new Decimals(false).appendMillis(out, number / NANOS_PER_MILLI);
      return out.append(" ms").toString();
    }
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      return Double.toString(number);
    }
    new Decimals(false).append(out, number);
    return out.toString();
  }
}
