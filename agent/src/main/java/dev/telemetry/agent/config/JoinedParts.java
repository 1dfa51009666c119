package dev.telemetry.agent.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Joins what the parts of a configuration say: the sections that are lists one after another, keys
 * and values side by side. What two parts say of the same place is an error.
 */
final class JoinedParts {
  private static final List<String> LISTS = Arrays.asList("metrics", "measure", "poll", "handlers");

  private final ConfigErrors errors;
  private @Nullable RawNode joined;

  JoinedParts(ConfigErrors errors) {
    this.errors = errors;
  }

  /** Returns everything that was added; null for nothing. */
  @Nullable RawNode result() {
    return joined;
  }

  void add(@Nullable RawNode part) {
    RawNode before = joined;
    joined =
        before == null || part == null ? (part == null ? before : part) : maps("", before, part);
  }

  private RawNode maps(String path, RawNode first, RawNode second) {
    Map<String, RawNode> all = new LinkedHashMap<>();
    if (first.entries != null) {
      all.putAll(first.entries);
    }
    if (second.entries != null) {
      second.entries.forEach(
          (key, value) -> {
            RawNode before = all.get(key);
            all.put(key, before == null ? value : both(inside(path, key), before, value));
          });
    }
    return RawNode.map(first.origin, all).keyedAt(first.keyOrigin);
  }

  private static String inside(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private RawNode both(String path, RawNode first, RawNode second) {
    if (first.isNothing()) {
      return second;
    }
    if (second.isNothing()) {
      return first;
    }
    if (first.entries != null && second.entries != null) {
      return maps(path, first, second);
    }
    if (first.items != null && second.items != null && LISTS.contains(path)) {
      List<RawNode> items = new ArrayList<>(first.items);
      items.addAll(second.items);
      return RawNode.list(first.origin, items).keyedAt(first.keyOrigin);
    }
    errors.add(
        second.keyOrigin
            + ": "
            + path
            + ": expected each key once, which is at "
            + first.keyOrigin);
    return first;
  }
}
