package dev.telemetry.agent.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One place as it was written: text, a list, keys with values, or nothing. Immutable. */
final class RawNode {
  private static final int LONGEST_SHOWN = 60;

  final String origin;
  final @Nullable String text;
  final @Nullable List<RawNode> items;
  final @Nullable Map<String, RawNode> entries;

  /** The place of the key that this is the value of; its own place where it has none. */
  final String keyOrigin;

  private RawNode(
      String[] origins,
      @Nullable String text,
      @Nullable List<RawNode> items,
      @Nullable Map<String, RawNode> entries) {
    this.origin = origins[0];
    this.keyOrigin = origins[origins.length - 1];
    this.text = text;
    this.items = items;
    this.entries = entries;
  }

  static RawNode nothing(String origin) {
    return new RawNode(new String[] {origin}, null, null, null);
  }

  static RawNode text(String origin, String text) {
    return new RawNode(new String[] {origin}, text, null, null);
  }

  static RawNode list(String origin, List<RawNode> items) {
    return new RawNode(new String[] {origin}, null, Collections.unmodifiableList(items), null);
  }

  static RawNode map(String origin, Map<String, RawNode> entries) {
    return new RawNode(new String[] {origin}, null, null, Collections.unmodifiableMap(entries));
  }

  RawNode keyedAt(String place) {
    return new RawNode(new String[] {origin, place}, text, items, entries);
  }

  /** Returns the same keys and values less one. */
  RawNode without(String key) {
    if (entries == null || !entries.containsKey(key)) {
      return this;
    }
    Map<String, RawNode> rest = new LinkedHashMap<>(entries);
    rest.remove(key);
    return map(origin, rest).keyedAt(keyOrigin);
  }

  boolean isNothing() {
    return text == null && items == null && entries == null;
  }

  /** Tells whether a system property gives it. */
  boolean isProperty() {
    return origin.startsWith("-D");
  }

  /** Returns the words of a text that separates them by commas. */
  List<String> words() {
    List<String> words = new ArrayList<>();
    for (String word : String.valueOf(text).split(",", -1)) {
      if (!word.trim().isEmpty()) {
        words.add(word.trim());
      }
    }
    return words;
  }

  /** Returns the value as an error message shows it. */
  String shown() {
    if (text != null) {
      return quoted(text);
    }
    if (items != null) {
      return items.isEmpty() ? "an empty list" : "a list";
    }
    return entries == null ? "nothing" : entries.isEmpty() ? "{}" : "keys and values";
  }

  static String quoted(String text) {
    boolean cut = text.length() > LONGEST_SHOWN;
    return "\"" + (cut ? text.substring(0, LONGEST_SHOWN) + "..." : text) + "\"";
  }
}
