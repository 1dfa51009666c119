package dev.telemetry.agent.report.statsd;

import dev.telemetry.agent.metrics.Series;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What all flavors share: a prefix, and global tags behind the metric's own. Immutable. */
abstract class TaggedFlavor implements Flavor {
  static final String NO_VALUE = "nil";

  private final String prefix;
  private final Map<String, String> globalTags;

  /**
   * Takes what stands in every line.
   *
   * @param prefix without its dot; empty for none
   * @param globalTags those that a metric has not itself
   */
  TaggedFlavor(String prefix, Map<String, String> globalTags) {
    this.prefix = prefix;
    this.globalTags = globalTags;
  }

  /** Returns the name as it was given, behind the prefix. */
  final String name(Series series) {
    String name = series.metric().definition().name();
    return prefix.isEmpty() ? name : prefix + "." + name;
  }

  /** Appends the metric's own tags in declared order, then the global ones. */
  final void appendTags(StringBuilder out, Series series) {
    List<String> keys = series.tagKeys();
    for (int i = 0; i < keys.size(); i++) {
      appendTag(out, keys.get(i), series.tagValues().get(i));
    }
    globalTags.forEach(
        (key, value) -> {
          if (!keys.contains(key)) {
            appendTag(out, key, value);
          }
        });
  }

  /** Appends one tag. */
  abstract void appendTag(StringBuilder out, String key, @Nullable String value);

  /** Appends a text in which some characters and all space are {@code _}. */
  static void appendWithout(StringBuilder out, String text, String forbidden) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean space = Character.isWhitespace(c) || Character.isISOControl(c);
      out.append(space || forbidden.indexOf(c) >= 0 ? '_' : c);
    }
  }
}
