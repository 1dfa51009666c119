package dev.telemetry.instrumentation.websocket;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Finds the name that a message bears: the text of the first of {@code /event}, {@code /type} and
 * {@code /action} that a JSON object has. Looks at each character once, makes no tree, and no
 * object for a name that was seen before. Thread-safe.
 *
 * <p>Knows at most {@value #NAMES} names, because clients could make up any number.
 */
final class EventNames {
  static final int NAMES = 256;

  private static final int PLACES = 4 * NAMES;
  private static final int LONGEST = 64;

  private final AtomicReferenceArray<String> known = new AtomicReferenceArray<>(PLACES);
  private final AtomicInteger count = new AtomicInteger();

  /** Returns the name of a text; never null. */
  String of(CharSequence text) {
    long found = JsonMember.find(text);
    return found == JsonMember.NONE
        ? WebSocketEvents.UNNAMED
        : name(text, JsonMember.start(found), JsonMember.end(found));
  }

  private String name(CharSequence text, int start, int end) {
    if (end - start > LONGEST || end == start) {
      return end == start ? WebSocketEvents.UNNAMED : WebSocketEvents.OTHER;
    }
    int place = hash(text, start, end);
    for (int tried = 0; tried < PLACES; tried++) {
      int at = (place + tried) & (PLACES - 1);
      String there = known.get(at);
      if (there == null) {
        return learn(at, text.subSequence(start, end).toString());
      }
      if (isSame(there, text, start, end)) {
        return there;
      }
    }
    return WebSocketEvents.OTHER;
  }

  private String learn(int at, String name) {
    if (count.get() >= NAMES) {
      return WebSocketEvents.OTHER;
    }
    // of two threads that learn at once, one has a copy of its own this time
    if (known.compareAndSet(at, null, name)) {
      count.incrementAndGet();
    }
    return name;
  }

  private static int hash(CharSequence text, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + text.charAt(i);
    }
    return hash ^ (hash >>> 15);
  }

  private static boolean isSame(String name, CharSequence text, int start, int end) {
    boolean same = name.length() == end - start;
    for (int i = start; same && i < end; i++) {
      same = name.charAt(i - start) == text.charAt(i);
    }
    return same;
  }
}
