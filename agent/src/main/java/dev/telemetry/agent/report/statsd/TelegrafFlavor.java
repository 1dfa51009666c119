package dev.telemetry.agent.report.statsd;

import dev.telemetry.agent.metrics.Series;
import dev.telemetry.instrumentation.MetricType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Telegraf's {@code inputs.statsd}: tags stand in the name, {@code name,key=value:1|c}.
 *
 * <p>It takes a line apart at the characters {@code , = : |} and knows no escape for them, so they
 * and white space become {@code _}. Its counters are whole numbers, so a sum is a step of a gauge.
 */
final class TelegrafFlavor extends TaggedFlavor {
  private static final String FORBIDDEN = ",=:|";

  TelegrafFlavor(String prefix, Map<String, String> globalTags) {
    super(prefix, globalTags);
  }

  @Override
  public String head(Series series) {
    StringBuilder head = new StringBuilder();
    appendWithout(head, name(series), FORBIDDEN);
    appendTags(head, series);
    return head.toString();
  }

  @Override
  void appendTag(StringBuilder out, String key, @Nullable String value) {
    out.append(',');
    appendWithout(out, key, FORBIDDEN);
    out.append('=');
    appendWithout(out, value == null || value.isEmpty() ? NO_VALUE : value, FORBIDDEN);
  }

  @Override
  public String tail(Series series) {
    return "";
  }

  @Override
  public String valueType(MetricType type, boolean duration) {
    return duration ? "ms" : "h";
  }

  @Override
  public boolean signedGaugesAreSteps() {
    return true;
  }
}
