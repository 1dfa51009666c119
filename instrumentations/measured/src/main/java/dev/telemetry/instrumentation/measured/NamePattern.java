package dev.telemetry.instrumentation.measured;

import org.jspecify.annotations.Nullable;

/**
 * A pattern for names with dots: {@code *} stands for any text inside one segment, {@code **} for
 * any text, two dots for a dot and any number of segments behind it. Immutable.
 *
 * <p>Most names differ in the text before the first wildcard, so that the first look is the last.
 */
final class NamePattern {
  private final String pattern;
  private final String prefix;

  NamePattern(String pattern) {
    this.pattern = pattern.replace(".**.", "..");
    this.prefix = this.pattern.substring(0, firstWildcard(this.pattern));
  }

  private static int firstWildcard(String pattern) {
    int star = pattern.indexOf('*');
    int dots = pattern.indexOf("..");
    int first = Math.min(star < 0 ? pattern.length() : star, dots < 0 ? pattern.length() : dots);
    return Math.max(first, 0);
  }

  boolean matches(String name) {
    return name.startsWith(prefix) && matches(prefix.length(), name, prefix.length());
  }

  /** Tells whether the pattern is the name itself. */
  boolean isExact() {
    return prefix.length() == pattern.length();
  }

  private boolean matches(int at, String name, int from) {
    if (at == pattern.length()) {
      return from == name.length();
    }
    if (pattern.startsWith("**", at)) {
      return anyText(at + 2, name, from);
    }
    if (pattern.startsWith("..", at)) {
      return anySegments(at + 2, name, from);
    }
    if (pattern.charAt(at) == '*') {
      return anyTextInSegment(at + 1, name, from);
    }
    return from < name.length()
        && pattern.charAt(at) == name.charAt(from)
        && matches(at + 1, name, from + 1);
  }

  private boolean anyText(int next, String name, int from) {
    for (int i = from; i <= name.length(); i++) {
      if (matches(next, name, i)) {
        return true;
      }
    }
    return false;
  }

  private boolean anyTextInSegment(int next, String name, int from) {
    for (int i = from; i <= name.length(); i++) {
      if (matches(next, name, i)) {
        return true;
      }
      if (i < name.length() && name.charAt(i) == '.') {
        return false;
      }
    }
    return false;
  }

  private boolean anySegments(int next, String name, int from) {
    for (int dot = from; dot >= 0 && dot < name.length(); dot = name.indexOf('.', dot + 1)) {
      if (name.charAt(dot) == '.' && matches(next, name, dot + 1)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof NamePattern && ((NamePattern) other).pattern.equals(pattern);
  }

  @Override
  public int hashCode() {
    return pattern.hashCode();
  }

  @Override
  public String toString() {
    return pattern;
  }
}
