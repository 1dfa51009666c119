package dev.telemetry.agent.config;

import dev.telemetry.agent.config.Expected.Kind;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A place of the configuration, read as one value of some type. */
abstract class ConfigScalar extends ConfigPlace {
  /** Java's own reader also takes {@code 1d}, by which nobody means the number one. */
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?|\\d*\\.\\d+)([eE][+-]?\\d+)?");

  ConfigScalar(
      Config config, @Nullable ConfigPlace parent, String path, @Nullable RawNode[] fileAndGiven) {
    super(config, parent, path, fileAndGiven);
  }

  /** Returns the text; null where it is absent or wrong. */
  public final @Nullable String text() {
    return read(Expected.TEXT);
  }

  /** Returns the text, or {@code fallback}. */
  public final String text(String fallback) {
    String text = read(Expected.of(Kind.TEXT, fallback));
    return text == null ? fallback : text;
  }

  /** Returns {@code true} or {@code false} as written, or {@code fallback}. */
  public final boolean flag(boolean fallback) {
    String word = fallback ? "true" : "false";
    return oneOf(Expected.of(Kind.FLAG, word, "true", "false"), word).equals("true");
  }

  /** Returns one of the words, or {@code fallback}, which is one of them. */
  public final String choice(String fallback, String... words) {
    return oneOf(Expected.of(Kind.CHOICE, fallback, words), fallback);
  }

  private String oneOf(Expected expected, String fallback) {
    String text = read(expected);
    String[] words = expected.words();
    if (text == null) {
      return fallback;
    }
    if (!Arrays.asList(words).contains(text)) {
      expected(expected.described(), text, words);
      return fallback;
    }
    return text;
  }

  /** Returns a whole number in the bounds, both included, or {@code fallback}. */
  public final int integer(int least, int most, int fallback) {
    String[] bounds = {Integer.toString(least), Integer.toString(most)};
    Expected expected = Expected.of(Kind.INTEGER, Integer.toString(fallback), bounds);
    String text = read(expected);
    if (text == null) {
      return fallback;
    }
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException notWhole) {
      // told below, like a number that is out of bounds
    }
    expected(expected.described(), text);
    return fallback;
  }

  /** Returns a number, or NaN where it is absent or wrong. */
  public final double number() {
    String text = read(Expected.NUMBER);
    if (text == null) {
      return Double.NaN;
    }
    double number = NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      expected(Expected.NUMBER.described(), text);
      return Double.NaN;
    }
    return number;
  }

  /**
   * Returns a duration such as {@code 200ms}, {@code 10s}, {@code 5m}, {@code 1h} as nanoseconds,
   * or {@code fallback}.
   *
   * @param least in nanoseconds
   */
  public final long nanos(long least, long fallback) {
    Expected expected = Expected.of(Kind.DURATION, Durations.text(fallback), Durations.text(least));
    String text = read(expected);
    if (text == null) {
      return fallback;
    }
    long nanos = Durations.nanos(text);
    if (nanos < least) {
      expected(expected.described(), text);
      return fallback;
    }
    return nanos;
  }

  private @Nullable String read(Expected expected) {
    String text = textOfRaw(expected);
    record(expected, raw(), text);
    return text;
  }

  private @Nullable String textOfRaw(Expected expected) {
    RawNode raw = raw();
    if (raw == null) {
      return null;
    }
    if (raw.text == null) {
      error(expected.described());
      return null;
    }
    return filled(raw);
  }
}
