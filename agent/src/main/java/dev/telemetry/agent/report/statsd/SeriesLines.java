package dev.telemetry.agent.report.statsd;

import dev.telemetry.agent.metrics.MetricUnit;
import dev.telemetry.agent.metrics.Series;
import dev.telemetry.instrumentation.MetricDefinition;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/**
 * Writes the lines of one series. Each method appends one or more whole lines, without a line feed
 * at the end.
 *
 * <p>Durations are milliseconds, whatever the unit of the metric: that is what {@code ms} says. The
 * percentiles of a summary are the server's to make: those of its definition have no part in this.
 */
final class SeriesLines {
  private static final double NANOS_PER_MILLI = 1e6;

  private final Flavor flavor;
  private final Decimals decimals;
  private final String head;
  private final String tail;
  private final String valueType;
  private final double millisPerUnit;
  private final String rate;

  SeriesLines(Flavor flavor, Decimals decimals, Series series) {
    MetricDefinition definition = series.metric().definition();
    this.flavor = flavor;
    this.decimals = decimals;
    millisPerUnit = millisPerUnit(series);
    head = flavor.head(series);
    tail = flavor.tail(series);
    valueType = flavor.valueType(definition.type(), isDuration());
    double sampled = series.metric().sampleRate();
    rate = sampled < 1 ? "|@" + new BigDecimal(Double.toString(sampled)).toPlainString() : "";
  }

  private static double millisPerUnit(Series series) {
    MetricUnit unit = series.metric().unit();
    return unit.isTime() ? unit.divisor() / NANOS_PER_MILLI : 0;
  }

  private boolean isDuration() {
    return millisPerUnit != 0;
  }

  /** Returns how many bytes of a line are no values. */
  int frame() {
    String frame = head + '|' + valueType + rate + tail;
    return frame.getBytes(StandardCharsets.UTF_8).length;
  }

  void counter(StringBuilder out, long step) {
    out.append(head).append(':').append(step);
    end(out, "c");
  }

  void sum(StringBuilder out, double step) {
    out.append(head).append(':');
    if (flavor.signedGaugesAreSteps() && step >= 0) {
      out.append('+');
    }
    decimals.append(out, step);
    end(out, flavor.signedGaugesAreSteps() ? "g" : "c");
  }

  /**
   * A negative gauge that would be taken for a step goes by way of zero.
   *
   * @return how many lines it took
   */
  int gauge(StringBuilder out, double value) {
    StringBuilder number = new StringBuilder();
    decimals.append(number, value);
    boolean byZero = flavor.signedGaugesAreSteps() && number.charAt(0) == '-';
    if (byZero) {
      out.append(head).append(":0");
      end(out, "g");
      out.append('\n');
    }
    out.append(head).append(':').append(number);
    end(out, "g");
    return byZero ? 2 : 1;
  }

  /** Appends one single value, for {@link #values}. */
  void value(StringBuilder out, double value) {
    out.append(':');
    if (isDuration()) {
      decimals.appendMillis(out, value * millisPerUnit);
    } else {
      decimals.append(out, value);
    }
  }

  /** Appends a line of single values, each with its colon in front. */
  void values(StringBuilder out, CharSequence values) {
    out.append(head).append(values);
    out.append('|').append(valueType).append(rate).append(tail);
  }

  /** Appends a line of a value that stands for several. */
  void rated(StringBuilder out, CharSequence value, long count) {
    out.append(head).append(value).append('|').append(valueType).append("|@");
    new Decimals(false).append(out, rateOf(count));
    out.append(tail);
  }

  /** A server that cuts the quotient off, as Telegraf does, must not come to one less. */
  private static double rateOf(long count) {
    double rate = 1.0 / count;
    return (long) (1.0 / rate) < count ? Math.nextDown(rate) : rate;
  }

  private void end(StringBuilder out, String type) {
    out.append('|').append(type).append(tail);
  }
}
