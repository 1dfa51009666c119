package dev.telemetry.agent.metrics;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * One step on the way from tag values to their series: a look-up asks each value once and builds no
 * key.
 */
final class TagNode {
  // An empty value is the same as none.
  private static final String ABSENT = "";

  private volatile @Nullable ConcurrentMap<String, TagNode> children;
  private volatile @Nullable Series series;

  @Nullable TagNode child(@Nullable String value) {
    ConcurrentMap<String, TagNode> now = children;
    return now == null ? null : now.get(value == null ? ABSENT : value);
  }

  /** Returns the child, made where it is new; under the lock of the metric. */
  TagNode grownChild(@Nullable String value) {
    ConcurrentMap<String, TagNode> now = children;
    if (now == null) {
      now = new ConcurrentHashMap<>();
      children = now;
    }
    return now.computeIfAbsent(value == null ? ABSENT : value, absent -> new TagNode());
  }

  @Nullable Series series() {
    return series;
  }

  void series(@Nullable Series now) {
    series = now;
  }
}
