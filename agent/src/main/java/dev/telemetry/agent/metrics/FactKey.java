package dev.telemetry.agent.metrics;

import dev.telemetry.TelemetryEvents;
import dev.telemetry.bus.Facts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Reads one value of an event: of its metadata, or where that has none, of its measurements.
 *
 * <p>Reading allocates nothing for texts and small whole numbers. Thread-safe.
 */
final class FactKey extends Rule {
  private static final int SMALL = 1024;
  private static final int LONGEST = 200;

  private final String key;
  private final boolean isError;
  private final boolean isDuration;
  private final boolean nested;

  /** The parts before and behind each dot, the longest first part first. */
  private final String[] heads;

  private final String[] tails;
  private volatile @Nullable AtomicReferenceArray<@Nullable String> smallNumbers;

  private FactKey(String key, boolean nested) {
    super(Arrays.asList(key, nested));
    this.key = key;
    this.nested = nested;
    this.isError = key.equals(TelemetryEvents.ERROR_TYPE);
    this.isDuration = key.equals(TelemetryEvents.DURATION);
    List<String> before = new ArrayList<>();
    List<String> behind = new ArrayList<>();
    for (int dot = key.lastIndexOf('.'); nested && dot > 0; dot = key.lastIndexOf('.', dot - 1)) {
      before.add(key.substring(0, dot));
      behind.add(key.substring(dot + 1));
    }
    this.heads = before.toArray(new String[0]);
    this.tails = behind.toArray(new String[0]);
  }

  /** A key that events have as it is. */
  static FactKey flat(String key) {
    return new FactKey(key, false);
  }

  /**
   * A key that events have as it is, or in maps within their metadata: {@code user.plan} is also
   * {@code plan} in the map {@code user}.
   */
  static FactKey nested(String key) {
    return new FactKey(key, true);
  }

  /** Returns the metadata's value; null where it has none. */
  @Nullable Object value(Facts facts, @Nullable Throwable error) {
    Object value = facts.get(key);
    if (value != null) {
      return value;
    }
    if (isError && error != null) {
      return error.getClass().getName();
    }
    return nested ? nestedValue(facts) : null;
  }

  private @Nullable Object nestedValue(Facts facts) {
    for (int i = 0; i < heads.length; i++) {
      Object head = facts.get(heads[i]);
      if (head instanceof Map) {
        return within((Map<?, ?>) head, tails[i]);
      }
    }
    return null;
  }

  private static @Nullable Object within(Map<?, ?> map, String path) {
    Object value = map.get(path);
    for (int dot = path.lastIndexOf('.'); value == null && dot > 0; ) {
      Object head = map.get(path.substring(0, dot));
      if (head instanceof Map) {
        return within((Map<?, ?>) head, path.substring(dot + 1));
      }
      dot = path.lastIndexOf('.', dot - 1);
    }
    return value;
  }

  /** Returns the text of the metadata's value; null where there is none, or an empty one. */
  @Nullable String text(Facts facts, @Nullable Throwable error) {
    Object value = value(facts, error);
    return value == null ? null : text(value);
  }

  /** Returns the text as tags have it: {@link #tidy}. */
  @Nullable String tagText(Facts facts, @Nullable Throwable error) {
    Object value = value(facts, error);
    if (value instanceof String) {
      String text = (String) value;
      int length = text.length();
      return length > 0 && length <= LONGEST ? text : tidy(text);
    }
    return value == null ? null : tidy(textOf(value));
  }

  /** Returns the text of a value of this key; null for an empty one. */
  @Nullable String text(Object value) {
    String text = value instanceof String ? (String) value : textOf(value);
    return text == null || text.isEmpty() ? null : text;
  }

  private @Nullable String textOf(Object value) {
    if (value instanceof Integer || value instanceof Long || value instanceof Short) {
      long number = ((Number) value).longValue();
      if (number >= 0 && number < SMALL) {
        return smallText((int) number);
      }
    }
    return value.toString();
  }

  private String smallText(int number) {
    AtomicReferenceArray<@Nullable String> texts = smallNumbers;
    if (texts == null) {
      texts = new AtomicReferenceArray<>(SMALL);
      smallNumbers = texts;
    }
    String text = texts.get(number);
    if (text == null) {
      text = Integer.toString(number);
      texts.set(number, text);
    }
    return text;
  }

  /**
   * Returns the measurement; NaN where the event has none of this name.
   *
   * @param nanos how long the span took; {@link Measurement#NO_DURATION} where the event ends none
   */
  double measurement(Facts facts, long nanos) {
    return isDuration && nanos != Measurement.NO_DURATION ? nanos : facts.measurement(key);
  }

  /** Returns a text of bounded length, as tags have it; null for an empty one. */
  static @Nullable String tidy(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    return text.length() <= LONGEST ? text : cut(text);
  }

  private static String cut(String text) {
    boolean splitsPair = Character.isHighSurrogate(text.charAt(LONGEST - 1));
    return text.substring(0, splitsPair ? LONGEST - 1 : LONGEST);
  }

  @Override
  public String toString() {
    return key;
  }
}
