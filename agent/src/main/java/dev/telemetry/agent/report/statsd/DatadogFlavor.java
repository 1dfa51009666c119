package dev.telemetry.agent.report.statsd;

import dev.telemetry.agent.metrics.Series;
import dev.telemetry.instrumentation.MetricType;
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
final class DatadogFlavor extends TaggedFlavor {
  private final boolean distributions;

  /**
   * Makes the flavor.
   *
   * @param prefix without its dot; empty for none
   * @param distributions whether summaries of durations are distributions, which the server can add
   *     up over hosts, rather than histograms
   */
  DatadogFlavor(String prefix, Map<String, String> globalTags, boolean distributions) {
    super(prefix, globalTags);
    this.distributions = distributions;
  }

  @Override
  public String head(Series series) {
    return cleanName(name(series));
  }

  @Override
  public String tail(Series series) {
    StringBuilder tail = new StringBuilder();
    appendTags(tail, series);
    return tail.toString();
  }

  @Override
  void appendTag(StringBuilder out, String key, @Nullable String value) {
    DatadogTags.append(out, key, value);
  }

  @Override
  public String valueType(MetricType type, boolean duration) {
    return type == MetricType.DISTRIBUTION || (duration && distributions) ? "d" : "h";
  }

  @Override
  public boolean signedGaugesAreSteps() {
    return false;
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
