package dev.telemetry.instrumentation.servlet;

import java.io.UnsupportedEncodingException;
import java.net.URLDecoder;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text behind the question mark itself: a container that is asked for a parameter reads
 * the body too, and takes it from the application.
 */
final class QueryText {
  private static final int LONGEST = 200;

  /** An encoded character takes up to three. */
  private static final int LONGEST_ENCODED = 3 * LONGEST;

  private QueryText() {}

  /** Returns the first value of a parameter, decoded; null where there is none. */
  static @Nullable String value(@Nullable String query, String name) {
    int at = 0;
    while (query != null && at < query.length()) {
      int next = query.indexOf('&', at);
      int end = next < 0 ? query.length() : next;
      if (isNamed(query, name, at, end)) {
        return decoded(query, Math.min(at + name.length() + 1, end), end);
      }
      at = end + 1;
    }
    return null;
  }

  private static boolean isNamed(String query, String name, int at, int end) {
    int behind = at + name.length();
    return query.startsWith(name, at)
        && (behind == end || (behind < end && query.charAt(behind) == '='));
  }

  private static String decoded(String query, int from, int to) {
    String raw = query.substring(from, Math.min(to, from + LONGEST_ENCODED));
    if (raw.indexOf('%') < 0 && raw.indexOf('+') < 0) {
      return raw;
    }
    try {
      return URLDecoder.decode(raw, "UTF-8");
    } catch (IllegalArgumentException | UnsupportedEncodingException malformed) {
      return raw;
    }
  }

  /** Returns a text of at most 200 characters. */
  static String cut(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    boolean splitsPair = Character.isHighSurrogate(text.charAt(LONGEST - 1));
    return text.substring(0, splitsPair ? LONGEST - 1 : LONGEST);
  }
}
