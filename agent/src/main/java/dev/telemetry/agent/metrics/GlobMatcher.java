package dev.telemetry.agent.metrics;

import java.util.Collections;
import org.jspecify.annotations.Nullable;

/**
 * A text with {@code *} for any characters but {@code /}, and {@code **} for any at all; {@code
 * /**} at the end also stands for nothing.
 */
final class GlobMatcher extends ValueMatcher {
  private static final String ALL_BELOW = "/**";

  private final String pattern;
  private final String itself;

  GlobMatcher(String pattern) {
    super(Collections.singletonList(pattern), false);
    this.pattern = pattern;
    this.itself =
        pattern.endsWith(ALL_BELOW)
            ? pattern.substring(0, pattern.length() - ALL_BELOW.length())
            : pattern;
  }

  @Override
  boolean testText(@Nullable String text) {
    return text != null && (matches(pattern, text) || matches(itself, text));
  }

  @Override
  boolean testNumber(double number) {
    return false;
  }

  /**
   * Goes back to the last star only, to the last double one where the last cannot take a slash: the
   * leftmost match of what is between two stars leaves most to what follows.
   */
  private static boolean matches(String pattern, String text) {
    int p = 0;
    int t = 0;
    int star = -1;
    int starText = 0;
    int all = -1;
    int allText = 0;
    while (t < text.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        boolean doubled = p + 1 < pattern.length() && pattern.charAt(p + 1) == '*';
        p += doubled ? 2 : 1;
        if (doubled) {
          all = p;
          allText = t;
          star = -1;
        } else {
          star = p;
          starText = t;
        }
      } else if (p < pattern.length() && pattern.charAt(p) == text.charAt(t)) {
        p++;
        t++;
      } else if (star >= 0 && text.charAt(starText) != '/') {
        t = ++starText;
        p = star;
      } else if (all >= 0) {
        t = ++allText;
        p = all;
        star = -1;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }
}
