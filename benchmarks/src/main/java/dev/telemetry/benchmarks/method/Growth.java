package dev.telemetry.benchmarks.method;

import java.util.List;

/**
 * Something that grows while the cost of a call is measured. In files the variant is what was
 * called and the number: {@code one of them = 100}.
 *
 * @param subject what grows, such as {@code series}
 * @param lines what was called at each number
 */
public record Growth(String subject, List<String> lines) {
  /** Series of one metric. */
  public static final Growth SERIES =
      new Growth("series", List.of("one of them", "each in turn", "each in turn: a map (limit)"));

  /** Names of events that have handlers. */
  public static final Growth EVENTS = new Growth("events", List.of("one of them to its handler"));

  /** Reporters that are on. */
  public static final Growth REPORTERS = new Growth("reporters", List.of("a measured call"));

  /** Classes that are woven. */
  public static final Growth WOVEN = new Growth("woven classes", List.of("a measured call"));

  /** Threads that call at once. */
  public static final Growth THREADS =
      new Growth(
          "threads on one series",
          List.of("a measured call", "two nanoTime and two LongAdders (limit)"));

  /** All of them. */
  public static final List<Growth> ALL = List.of(SERIES, EVENTS, REPORTERS, WOVEN, THREADS);

  private static final String SEPARATOR = " = ";

  /** A line's point at a number. */
  Point at(int line, int number) {
    return new Point(subject, lines.get(line) + SEPARATOR + number);
  }

  /** The number of a variant of that line; negative where it is of another line. */
  public static int number(String line, String variant) {
    String start = line + SEPARATOR;
    return variant.startsWith(start) ? Integer.parseInt(variant.substring(start.length())) : -1;
  }

  /**
   * What was called, at a number.
   *
   * @param subject what grows
   * @param variant as files have it
   */
  record Point(String subject, String variant) {}
}
