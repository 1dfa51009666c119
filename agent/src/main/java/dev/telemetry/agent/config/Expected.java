package dev.telemetry.agent.config;

import org.jspecify.annotations.Nullable;

/**
 * What a feature expects of a key: the kind of value, its limits and what stands where it is
 * absent. Immutable.
 */
public final class Expected {
  static final Expected TEXT = of(Kind.TEXT, null);
  static final Expected NUMBER = of(Kind.NUMBER, null);
  static final Expected LIST = of(Kind.LIST, null);
  static final Expected MAP = of(Kind.MAP, null);
  static final Expected LATER = of(Kind.LATER, null);

  private final Kind kind;
  private final String[] words;
  private final @Nullable String fallback;

  private Expected(Kind kind, @Nullable String fallback, String... words) {
    this.kind = kind;
    this.fallback = fallback;
    this.words = words;
  }

  static Expected of(Kind kind, @Nullable String fallback, String... words) {
    return new Expected(kind, fallback, words.clone());
  }

  /** Returns the kind of value. */
  public Kind kind() {
    return kind;
  }

  /**
   * Returns the words of a choice; the least and the greatest whole number; the least duration;
   * else nothing.
   */
  public String[] words() {
    return words.clone();
  }

  /** Returns what is expected, in the words of messages. */
  String described() {
    switch (kind) {
      case FLAG:
      case CHOICE:
        return String.join(" or ", words);
      case INTEGER:
        return "a whole number from " + words[0] + " to " + words[1];
      case NUMBER:
        return "a number";
      case DURATION:
        return "a duration of at least " + words[0] + ", such as 200ms or 10s";
      default:
        return "text";
    }
  }

  /** Returns what stands where nothing is given; null where that is nothing. */
  public @Nullable String fallback() {
    return fallback;
  }

  /** The kinds of value that a key may have. */
  public enum Kind {
    /** Any text. */
    TEXT,
    /** {@code true} or {@code false}. */
    FLAG,
    /** One of some words. */
    CHOICE,
    /** A whole number in bounds. */
    INTEGER,
    /** Any number. */
    NUMBER,
    /** Such as {@code 200ms} or {@code 10s}. */
    DURATION,
    /** A list. */
    LIST,
    /** Keys that are the user's own. */
    MAP,
    /** Reserved: this version cannot do it. */
    LATER
  }
}
