package dev.telemetry.agent.report.statsd;

import dev.telemetry.agent.metrics.Series;
import dev.telemetry.instrumentation.MetricType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * DogStatsD: tags stand behind the value, global ones last and only where the metric has not the
 * key itself.
 *
 * <p>In names what is outside {@code [a-zA-Z0-9_.]} becomes {@code _}, as the server makes it; in
 * tags only what would end them does: white space, {@code | , # @}, and {@code :} in a key. No
 * value is {@code nil}, an empty one stays empty.
 */
final class DatadogFlavor implements Flavor {
  private final String prefix;
  private final Map<String, String> globalTags;
  private final boolean distributions;

  /**
   * Makes the flavor.
   *
   * @param prefix without its dot; empty for none
   * @param distributions whether summaries of durations are distributions, which the server can add
   *     up over hosts, rather than histograms
   */
  DatadogFlavor(String prefix, Map<String, String> globalTags, boolean distributions) {
    this.prefix = prefix;
    this.globalTags = globalTags;
    this.distributions = distributions;
  }

  @Override
  public String head(Series series) {
    String name = series.metric().definition().name();
    return cleanName(prefix.isEmpty() ? name : prefix + "." + name);
  }

  @Override
  public String tail(Series series) {
    StringBuilder tail = new StringBuilder();
    List<String> keys = series.tagKeys();
    for (int i = 0; i < keys.size(); i++) {
      append(tail, keys.get(i), series.tagValues().get(i));
    }
    globalTags.forEach(
        (key, value) -> {
          if (!keys.contains(key)) {
            append(tail, key, value);
          }
        });
    return tail.toString();
  }

  @Override
  public String valueType(MetricType type, boolean duration) {
    return type == MetricType.DISTRIBUTION || (duration && distributions) ? "d" : "h";
  }

  @Override
  public boolean signedGaugesAreSteps() {
    return false;
  }

  private static void append(StringBuilder tail, String key, @Nullable String value) {
    tail.append(tail.length() == 0 ? "|#" : ",");
    appendTag(tail, key, ':');
    tail.append(':');
    appendTag(tail, value == null ? "nil" : value, ',');
  }

  private static void appendTag(StringBuilder tail, String text, char forbidden) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ends = c == forbidden || "|,#@".indexOf(c) >= 0;
      boolean space = Character.isWhitespace(c) || Character.isISOControl(c);
      tail.append(ends || space ? '_' : c);
    }
  }

  private static String cleanName(String name) {
    StringBuilder clean = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      clean.append(letter || (c >= '0' && c <= '9') || c == '.' ? c : '_');
    }
    return clean.toString();
  }
}
