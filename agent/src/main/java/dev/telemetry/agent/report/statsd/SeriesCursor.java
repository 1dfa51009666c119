package dev.telemetry.agent.report.statsd;

import dev.telemetry.agent.metrics.Series;
import java.util.concurrent.TimeUnit;

/** What was sent of one series so far, and from there the lines to send next. */
final class SeriesCursor {
  private static final long RESEND_GAUGE = TimeUnit.SECONDS.toNanos(10);
  private static final long MOST_REPEATED = 4;

  private final Series series;
  private final SeriesLines lines;
  private final Decimals decimals;
  private final StringBuilder text = new StringBuilder();
  private final StringBuilder packed = new StringBuilder();
  private long count;
  private double sum;
  private double gauge = Double.NaN;
  private long gaugeAt;
  private long lastFlush;

  SeriesCursor(Series series, Flavor flavor, Decimals decimals) {
    this.series = series;
    this.decimals = decimals;
    lines = new SeriesLines(flavor, decimals, series);
  }

  /** Goes on from where another cursor of the same series stopped. */
  void follow(SeriesCursor before) {
    count = before.count;
    sum = before.sum;
  }

  /** Leaves out what was counted so far; a last value is still told. */
  void skip() {
    count = series.count();
    sum = Double.isNaN(series.sum()) ? 0 : series.sum();
  }

  /** Remembers that the series was there in a flush, by its number. */
  void seen(long flush) {
    lastFlush = flush;
  }

  boolean seenIn(long flush) {
    return lastFlush == flush;
  }

  /** Adds what a counter, a sum or a last value has to say; nothing for the other types. */
  void addChange(DatagramBatch batch, long nanos) {
    switch (series.metric().definition().type()) {
      case COUNTER:
        addCounter(batch);
        break;
      case SUM:
        addSum(batch);
        break;
      case LAST_VALUE:
        addGauge(batch, nanos);
        break;
      default:
        break;
    }
  }

  private void addCounter(DatagramBatch batch) {
    long now = series.count();
    long step = now - count;
    count = now;
    if (step > 0) { // what is observed elsewhere may begin again
      lines.counter(text, step);
      addText(batch, 1);
    }
  }

  /** What cannot be written in full stays for the next time, so that the total is right. */
  private void addSum(DatagramBatch batch) {
    double step = decimals.writable(series.sum() - sum);
    if (step != 0 && !Double.isNaN(step) && !Double.isInfinite(step)) {
      lines.sum(text, step);
      sum += step;
      addText(batch, 1);
    }
  }

  private void addGauge(DatagramBatch batch, long nanos) {
    double now = series.lastValue();
    boolean news = now != gauge || nanos - gaugeAt >= RESEND_GAUGE;
    if (news && !Double.isNaN(now) && !Double.isInfinite(now)) {
      gauge = now;
      gaugeAt = nanos;
      lines.gauge(text, now);
      addText(batch, 1);
    }
  }

  /** Adds one value in a line of its own. */
  void addValue(DatagramBatch batch, double value, long times) {
    packed.setLength(0);
    lines.value(packed, value);
    if (times > MOST_REPEATED) {
      addRated(batch, times);
      return;
    }
    for (long i = 0; i < times; i++) {
      addPacked(batch, 1);
    }
    packed.setLength(0);
  }

  /** Adds one value to the line that the series has open, until {@link #closeLine}. */
  void packValue(DatagramBatch batch, double value, long times) {
    if (times > MOST_REPEATED) {
      closeLine(batch);
      addValue(batch, value, times);
      return;
    }
    for (long i = 0; i < times; i++) {
      int before = packed.length();
      lines.value(packed, value);
      if (lines.frame() + packed.length() > batch.mtu() && before > 0) {
        String last = packed.substring(before);
        packed.setLength(before);
        closeLine(batch);
        packed.append(last);
      }
    }
  }

  /** Adds the line of packed values, if there is one. */
  void closeLine(DatagramBatch batch) {
    if (packed.length() > 0) {
      addPacked(batch, 1);
      packed.setLength(0);
    }
  }

  private void addPacked(DatagramBatch batch, int count) {
    lines.values(text, packed);
    addText(batch, count);
  }

  private void addRated(DatagramBatch batch, long times) {
    lines.rated(text, packed, times);
    packed.setLength(0);
    addText(batch, 1);
  }

  private void addText(DatagramBatch batch, int count) {
    batch.add(text, count);
    text.setLength(0);
  }
}
