package dev.telemetry.agent.config;

import java.util.Collections;
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

  boolean isNothing() {
    return text == null && items == null && entries == null;
  }

  /** Returns the value as an error message shows it. */
  String shown() {
    if (text != null) {
      return quoted(text);
    }
    return items != null ? "a list" : entries != null ? "keys and values" : "nothing";
  }

  static String quoted(String text) {
    boolean cut = text.length() > LONGEST_SHOWN;
    return "\"" + (cut ? text.substring(0, LONGEST_SHOWN) + "..." : text) + "\"";
  }
}
