package dev.telemetry.instrumentation.measured;

/**
 * The keys of this instrumentation's settings: {@link #RULES} holds the rules in their order, each
 * with the keys below it.
 */
final class MeasuredSettings {
  static final String RULES = "rules";

  /** A pattern for class names, see {@link NamePattern}. */
  static final String CLASS = "class";

  /** A pattern for method names. */
  static final String METHOD = "method";

  /** The event's name, in which {@link #CLASS_PART} and {@link #METHOD_PART} are replaced. */
  static final String EVENT = "event";

  /** {@code true} where private methods are meant, although their names are not written out. */
  static final String PRIVATE = "private";

  /** By the tag's name, {@link #ARGUMENT}. */
  static final String TAGS = "tags";

  /** The position of an argument, from 0. */
  static final String ARGUMENT = "argument";

  static final String CLASS_PART = "{class}";
  static final String METHOD_PART = "{method}";
  static final String DEFAULT_EVENT = CLASS_PART + "." + METHOD_PART;

  private MeasuredSettings() {}
}
