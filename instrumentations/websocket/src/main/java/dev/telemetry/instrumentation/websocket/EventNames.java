package dev.telemetry.instrumentation.websocket;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Finds the name that a message bears: the destination of a frame of STOMP, else the text that the
 * first of some JSON pointers finds. Makes no tree, and no object for a name that was seen before.
 * Thread-safe.
 *
 * <p>Knows at most {@value #NAMES} names, because clients could make up any number.
 */
final class EventNames {
  static final int NAMES = 256;

  private static final int PLACES = 4 * NAMES;
  private static final int LONGEST = 64;

  private final AtomicReferenceArray<String> known = new AtomicReferenceArray<>(PLACES);
  private final AtomicInteger count = new AtomicInteger();
  private final AtomicReference<List<String>> wanted;
  private volatile Pointers pointers;

  /**
   * Knows no name so far.
   *
   * @param pointers what holds for messages that come now
   */
  EventNames(AtomicReference<List<String>> pointers) {
    wanted = pointers;
    this.pointers = new Pointers(Objects.requireNonNull(pointers.get()));
  }

  /**
   * Returns the name of a text; never null.
   *
   * @param command of STOMP, of which the destination is the name or else itself; null where the
   *     text is no such frame
   */
  String of(CharSequence text, @Nullable String command) {
    if (command != null) {
      long destination = StompText.destination(text);
      return destination == JsonPointer.NONE
          ? command
          : name(text, JsonPointer.start(destination), JsonPointer.end(destination));
    }
    for (JsonPointer pointer : pointers()) {
      long found = pointer.find(text);
      if (found != JsonPointer.NONE) {
        return name(text, JsonPointer.start(found), JsonPointer.end(found));
      }
    }
    return WebSocketEvents.UNNAMED;
  }

  private JsonPointer[] pointers() {
    Pointers now = pointers;
    List<String> texts = Objects.requireNonNull(wanted.get());
    if (now.texts != texts) {
      now = new Pointers(texts);
      pointers = now;
    }
    return now.read;
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
      if (JsonText.isSame(there, text, start, end)) {
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

  /** What a setting means. */
  private static final class Pointers {
    final List<String> texts;
    final JsonPointer[] read;

    Pointers(List<String> texts) {
      this.texts = texts;
      read = new JsonPointer[texts.size()];
      for (int i = 0; i < read.length; i++) {
        read[i] = new JsonPointer(texts.get(i));
      }
    }
  }
}
