package dev.telemetry.bus;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * What a handler is attached to: an exact name, or one in which {@code *} stands for one segment
 * and {@code **} for any number, none included. Immutable.
 */
final class EventPattern {
  private static final String ONE = "*";
  private static final String ANY = "**";

  private final String text;
  private final String[] segments;
  private final boolean isExact;

  private EventPattern(String text) {
    this.text = text;
    this.segments = text.split("\\.", -1);
    this.isExact = !text.contains(ONE);
  }

  /** Parses each pattern once, however often it is given; refuses none at all. */
  static List<EventPattern> all(Collection<String> texts) {
    if (texts.isEmpty()) {
      throw new IllegalArgumentException("there is no event to attach the handler to");
    }
    List<EventPattern> patterns = new ArrayList<>();
    new LinkedHashSet<>(texts).forEach(text -> patterns.add(of(text)));
    return patterns;
  }

  static EventPattern of(String text) {
    requireSegments("event pattern", text);
    EventPattern pattern = new EventPattern(text);
    for (String segment : pattern.segments) {
      if (segment.contains(ONE) && !segment.equals(ONE) && !segment.equals(ANY)) {
        throw malformed("event pattern", text, "has a '*' that is not a whole segment");
      }
    }
    return pattern;
  }

  static void requireName(String name) {
    requireSegments("event name", name);
    if (name.contains(ONE)) {
      throw malformed("event name", name, "contains '*', as only patterns may");
    }
  }

  boolean matches(String name) {
    return isExact ? text.equals(name) : matches(0, name.split("\\.", -1), 0);
  }

  private boolean matches(int next, String[] name, int at) {
    if (next == segments.length) {
      return at == name.length;
    }
    if (segments[next].equals(ANY)) {
      return matches(next + 1, name, at) || (at < name.length && matches(next, name, at + 1));
    }
    return at < name.length
        && (segments[next].equals(ONE) || segments[next].equals(name[at]))
        && matches(next + 1, name, at + 1);
  }

  /** Tells whether this begins with the prefix, as text and by whole segments. */
  boolean startsWith(String prefix) {
    return prefix.isEmpty() || text.equals(prefix) || text.startsWith(prefix + ".");
  }

  @Override
  public String toString() {
    return text;
  }

  private static void requireSegments(String what, String text) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("the " + what + " is empty");
    }
    if (text.startsWith(".") || text.endsWith(".") || text.contains("..")) {
      throw malformed(what, text, "contains leading, trailing or consecutive dots");
    }
    for (int i = 0; i < text.length(); i++) {
      if (Character.isWhitespace(text.charAt(i)) || Character.isISOControl(text.charAt(i))) {
        throw malformed(what, text, "contains a blank or control character");
      }
    }
  }

  private static IllegalArgumentException malformed(String what, String text, String why) {
    return new IllegalArgumentException("the " + what + " '" + text + "' " + why);
  }
}
