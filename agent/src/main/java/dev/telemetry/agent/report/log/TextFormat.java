package dev.telemetry.agent.report.log;

import dev.telemetry.agent.metrics.MetricUnit;
import dev.telemetry.agent.metrics.Series;
import dev.telemetry.agent.report.GlobalTags;
import dev.telemetry.agent.report.SeriesChange;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.StringJoiner;

/**
 * Lines for people: {@code login.count{result=success} +3, 12 in all}.
 *
 * <p>Times are milliseconds; numbers have at least three digits, and all of those before the point.
 */
final class TextFormat implements LineFormat {
  private static final double NANOS_PER_MILLI = 1e6;

  private final GlobalTags globalTags;
  private final boolean timed;

  /**
   * Takes the tags of every metric.
   *
   * @param timed whether lines begin with the time: who keeps stderr mostly adds it
   */
  TextFormat(GlobalTags globalTags, boolean timed) {
    this.globalTags = globalTags;
    this.timed = timed;
  }

  @Override
  public String line(SeriesChange change, String time) {
    Series series = change.series();
    return (timed ? time + " " : "")
        + series.metric().definition().name()
        + tags(series)
        + " "
        + said(change);
  }

  private String tags(Series series) {
    StringJoiner tags = new StringJoiner(", ", "{", "}");
    tags.setEmptyValue("");
    List<String> keys = series.tagKeys();
    for (int i = 0; i < keys.size(); i++) {
      tags.add(keys.get(i) + "=" + series.tagValues().get(i));
    }
    globalTags
        .asMap()
        .forEach(
            (key, value) -> {
              if (!keys.contains(key)) {
                tags.add(key + "=" + value);
              }
            });
    return tags.toString();
  }

  private static String said(SeriesChange change) {
    Series series = change.series();
    MetricUnit unit = series.metric().unit();
    switch (series.metric().definition().type()) {
      case COUNTER:
        return "+" + change.count() + ", " + series.count() + " in all";
      case SUM:
        String sign = change.sum() < 0 ? "" : "+";
        return sign + shown(unit, change.sum()) + ", " + shown(unit, series.sum()) + " in all";
      case LAST_VALUE:
        return "= " + shown(unit, series.lastValue());
      default:
        return values(change, unit);
    }
  }

  private static String values(SeriesChange change, MetricUnit unit) {
    StringBuilder said = new StringBuilder();
    said.append(change.count()).append(change.count() == 1 ? " value" : " values");
    said.append(", mean ").append(shown(unit, change.sum() / change.count()));
    for (double percentile : change.series().metric().percentiles()) {
      double quantile = change.values().quantile(percentile);
      said.append(", ").append(LineFormat.name(percentile)).append(' ');
      said.append(shown(unit, quantile));
    }
    return said.toString();
  }

  private static String shown(MetricUnit unit, double value) {
    boolean time = unit.isTime();
    double shown = time ? value * unit.divisor() / NANOS_PER_MILLI : value;
    String name = time ? "ms" : unit.symbol();
    return rounded(shown) + (name.isEmpty() ? "" : " " + name);
  }

  private static String rounded(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return "?";
    }
    double scaled = Math.abs(value) >= 100 ? Math.rint(value) : value;
    BigDecimal number = new BigDecimal(Double.toString(scaled));
    return Math.abs(value) >= 100
        ? LineFormat.number(scaled)
        : LineFormat.number(number.round(new MathContext(3)).doubleValue());
  }
}
