package dev.telemetry.agent.report.statsd;

import dev.telemetry.agent.metrics.Series;
import dev.telemetry.instrumentation.MetricType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Etsy's statsd and all that follow it: tags are segments of the name.
 *
 * <p>Names are written as that server would store them: runs of white space become {@code _},
 * {@code /} becomes {@code -}, what is outside {@code [a-zA-Z0-9_.;=-]} goes. In a tag's value
 * {@code .} becomes {@code _}, because it would begin a segment; no value becomes {@code nil}, and
 * one of which nothing is left {@code _}.
 */
final class StandardFlavor extends TaggedFlavor {

  /**
   * Makes the flavor.
   *
   * @param prefix without its dot; empty for none
   * @param globalTags whose values follow those of a metric's own tags, unless it has the key
   */
  StandardFlavor(String prefix, Map<String, String> globalTags) {
    super(prefix, globalTags);
  }

  @Override
  public String head(Series series) {
    StringBuilder head = new StringBuilder();
    appendClean(head, name(series), '.');
    appendTags(head, series);
    return head.toString();
  }

  @Override
  void appendTag(StringBuilder head, String key, @Nullable String value) {
    head.append('.');
    if (value == null || value.isEmpty()) {
      head.append(NO_VALUE);
      return;
    }
    int before = head.length();
    appendClean(head, value, '_');
    if (head.length() == before) {
      head.append('_');
    }
  }

  @Override
  public String tail(Series series) {
    return "";
  }

  @Override
  public String valueType(MetricType type, boolean duration) {
    return "ms";
  }

  @Override
  public boolean signedGaugesAreSteps() {
    return true;
  }

  private static void appendClean(StringBuilder out, String text, char dot) {
    boolean space = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean spaceNow = Character.isWhitespace(c) || Character.isSpaceChar(c);
      if (spaceNow && !space) {
        out.append('_');
      } else if (c == '.') {
        out.append(dot);
      } else if (c == '/') {
        out.append('-');
      } else if (isStored(c)) {
        out.append(c);
      }
      space = spaceNow;
    }
  }

  private static boolean isStored(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "_-;=".indexOf(c) >= 0;
  }
}
