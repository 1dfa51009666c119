package dev.telemetry.agent.metrics;

import dev.telemetry.bus.Facts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text with the values of keys in it: {@code {http.request.method} {http.route}}.
 *
 * <p>A key without a value leaves nothing, and where none has one there is no text at all. Texts
 * that were made before are found again and not made anew, up to a number of them.
 */
final class Template extends TagSource {
  private static final int MOST_REMEMBERED = 10_000;
  private static final int LONGEST_REMEMBERED = 500;

  /** One more than the keys: what stands before, between and behind them. */
  private final String[] texts;

  private final FactKey[] keys;
  private final TagNode<String> remembered = TagNode.root();
  private int count;

  /**
   * Takes the parts.
   *
   * @param texts one more than keys
   */
  Template(List<String> texts, List<FactKey> keys) {
    super(parts(texts, keys));
    this.texts = texts.toArray(new String[0]);
    this.keys = keys.toArray(new FactKey[0]);
  }

  private static List<Object> parts(List<String> texts, List<FactKey> keys) {
    List<Object> parts = new ArrayList<>(texts);
    parts.addAll(keys);
    return parts;
  }

  @Override
  @Nullable String text(Facts facts, @Nullable Throwable error) {
    TagNode<String> node = remembered;
    for (int i = 0; node != null && i < keys.length; i++) {
      node = node.child(keys[i].text(facts, error));
    }
    String text = node == null ? null : node.value();
    return text == null ? joined(facts, error) : text;
  }

  private @Nullable String joined(Facts facts, @Nullable Throwable error) {
    @Nullable String[] values = new String[keys.length];
    StringBuilder joined = new StringBuilder(texts[0]);
    boolean any = false;
    for (int i = 0; i < keys.length; i++) {
      values[i] = keys[i].text(facts, error);
      any |= values[i] != null;
      joined.append(values[i] == null ? "" : values[i]).append(texts[i + 1]);
    }
    return any ? remembered(values, joined.toString().trim()) : null;
  }

  private synchronized String remembered(@Nullable String[] values, String joined) {
    if (count < MOST_REMEMBERED && joined.length() <= LONGEST_REMEMBERED) {
      count++;
      TagNode<String> node = remembered;
      for (String value : values) {
        node = node.grownChild(value);
      }
      node.value(joined);
    }
    return joined;
  }
}
