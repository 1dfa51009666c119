package dev.telemetry.instrumentation.servlet;

/**
 * A pattern for paths: {@code *} stands for any text inside one segment, {@code **} for any text;
 * one that begins with a single {@code *} is for the end of a path, one that ends in a slash and
 * {@code **} is for what is above them too. Immutable; matching allocates nothing.
 */
final class PathPattern {
  private static final String BELOW = "/**";

  private final String pattern;
  private final String prefix;
  private final String suffix;
  private final String above;

  PathPattern(String written) {
    boolean anywhere = written.startsWith("*") && !written.startsWith("**");
    pattern = anywhere ? "*" + written : written;
    int first = pattern.indexOf('*');
    prefix = first < 0 ? pattern : pattern.substring(0, first);
    suffix = pattern.substring(pattern.lastIndexOf('*') + 1);
    above = pattern.endsWith(BELOW) ? pattern.substring(0, pattern.length() - BELOW.length()) : "";
  }

  /** Tells whether a text that fits may end in any character, or none. */
  boolean endsAnyhow() {
    return suffix.isEmpty();
  }

  /** Returns the last character of every text that fits, unless it {@link #endsAnyhow}. */
  char last() {
    return suffix.charAt(suffix.length() - 1);
  }

  /** Tells whether a text fits from a position up to another. */
  boolean matches(String text, int from, int to) {
    int length = to - from;
    if (!above.isEmpty() && length == above.length() && text.startsWith(above, from)) {
      return true;
    }
    // nearly all paths differ from a pattern at one of its ends
    return length >= Math.max(prefix.length(), suffix.length())
        && text.startsWith(prefix, from)
        && text.startsWith(suffix, to - suffix.length())
        && fits(text, from, to);
  }

  /** Tells whether both ends of a path in two parts are as the pattern's; false is certain. */
  boolean mayMatch(String head, String tail) {
    boolean first = !above.isEmpty() && above.length() < prefix.length();
    return begins(head, tail, first ? above : prefix) && ends(head, tail, suffix);
  }

  private static boolean ends(String head, String tail, String wanted) {
    int more = wanted.length() - tail.length();
    return more <= 0
        ? tail.endsWith(wanted)
        : wanted.endsWith(tail) && head.regionMatches(head.length() - more, wanted, 0, more);
  }

  private static boolean begins(String head, String tail, String wanted) {
    int length = head.length();
    return wanted.length() <= length
        ? head.startsWith(wanted)
        : wanted.startsWith(head)
            && tail.regionMatches(0, wanted, length, wanted.length() - length);
  }

  /**
   * Where the text does not go on as the pattern does, goes back to the wildcard before, and has it
   * stand for one character more; beyond a segment, to the {@code **} before.
   */
  private boolean fits(String text, int from, int to) {
    int at = 0;
    int now = from;
    int star = -1;
    int starTo = -1;
    int stars = -1;
    int starsTo = -1;
    while (now < to || at < pattern.length()) {
      if (pattern.startsWith("**", at)) {
        stars = at + 2;
        starsTo = now;
        star = -1;
        at = stars;
      } else if (pattern.startsWith("*", at)) {
        star = at + 1;
        starTo = now;
        at = star;
      } else if (now < to && at < pattern.length() && pattern.charAt(at) == text.charAt(now)) {
        at++;
        now++;
      } else if (star >= 0 && starTo < to && text.charAt(starTo) != '/') {
        now = ++starTo;
        at = star;
      } else if (stars >= 0 && starsTo < to) {
        star = -1;
        now = ++starsTo;
        at = stars;
      } else {
        return false;
      }
    }
    return true;
  }
}
