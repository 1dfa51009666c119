package dev.telemetry.agent.metrics;

import dev.telemetry.bus.Facts;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** Reads metadata as text, without allocating for texts and small whole numbers. Thread-safe. */
final class FactTexts {
  static final String ERROR_TYPE = "error.type";
  private static final int LONGEST = 200;

  private final AtomicReferenceArray<@Nullable String> small = new AtomicReferenceArray<>(1024);

  /** Returns the value's text as tests, rules and tags take it: {@link #tidy}. */
  @Nullable String of(Facts facts, @Nullable Throwable error, String key) {
    return tidy(raw(facts, error, key));
  }

  /** Returns the value's text as it is; null where there is none. */
  @Nullable String raw(Facts facts, @Nullable Throwable error, String key) {
    Object value = facts.get(key);
    if (value instanceof String) {
      return (String) value;
    }
    if (value == null) {
      return error != null && key.equals(ERROR_TYPE) ? error.getClass().getName() : null;
    }
    return textOf(value);
  }

  /** Returns a text of bounded length; null for an empty one. */
  static @Nullable String tidy(@Nullable String text) {
    return text == null || text.isEmpty() ? null : cut(text);
  }

  private String textOf(Object value) {
    if (value instanceof Integer) {
      int number = (Integer) value;
      if (number >= 0 && number < small.length()) {
        return smallText(number);
      }
    }
    return value.toString();
  }

  private String smallText(int number) {
    String text = small.get(number);
    if (text == null) {
      text = Integer.toString(number);
      small.set(number, text);
    }
    return text;
  }

  private static String cut(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    boolean splitsPair = Character.isHighSurrogate(text.charAt(LONGEST - 1));
    return text.substring(0, splitsPair ? LONGEST - 1 : LONGEST);
  }
}
