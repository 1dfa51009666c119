package dev.telemetry.agent.report.statsd;

import dev.telemetry.agent.metrics.Series;
import dev.telemetry.instrumentation.MetricType;
import java.util.concurrent.ThreadLocalRandom;

/** What was sent of one series so far, and from there the lines to send next. */
final class SeriesCursor {
  private static final long MOST_REPEATED = 4;

  private final Series series;
  private final SeriesLines lines;
  private final StatsdConfig config;
  private final Decimals decimals;
  private final int frame;
  private final StringBuilder text = new StringBuilder();
  private final StringBuilder packed = new StringBuilder();
  private long count;
  private double sum;
  private double gauge = Double.NaN;
  private long gaugeAt;
  private long lastFlush;

  SeriesCursor(Series series, Flavor flavor, StatsdConfig config) {
    this.series = series;
    this.config = config;
    decimals = new Decimals(config.wholeNumbers());
    lines = new SeriesLines(flavor, decimals, series);
    frame = lines.frame();
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

  /** Adds what a series that is gone has counted since; a last value is not repeated. */
  void addLastSteps(DatagramBatch batch) {
    boolean news = series.count() != count;
    if (news && series.metric().definition().type() != MetricType.LAST_VALUE) {
      addChange(batch, gaugeAt);
    }
  }

  private void addCounter(DatagramBatch batch) {
    long now = series.count();
    long step = now - count;
    count = now;
    boolean idle = step == 0 && config.idleCounters();
    if (step > 0 || idle) { // what is observed elsewhere may begin again
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
    boolean news = now != gauge || nanos - gaugeAt >= config.resendNanos();
    if (news && !Double.isNaN(now) && !Double.isInfinite(now)) {
      gauge = now;
      gaugeAt = nanos;
      int written = lines.gauge(text, now);
      addText(batch, written);
    }
  }

  /** Adds one value, which came so many times. */
  void addValue(DatagramBatch batch, double value, long times) {
    if (times > MOST_REPEATED) { // one line already: to sample it would save nothing
      closeLine(batch);
      lines.value(packed, value);
      addRated(batch, times);
      return;
    }
    for (long i = 0; i < times; i++) {
      if (sampled()) {
        packValue(batch, value);
      }
    }
  }

  private boolean sampled() {
    double rate = series.metric().sampleRate();
    return rate >= 1 || ThreadLocalRandom.current().nextDouble() < rate;
  }

  /** Adds a value to the line that the series has open, which {@link #closeLine} ends. */
  private void packValue(DatagramBatch batch, double value) {
    int before = packed.length();
    lines.value(packed, value);
    if (before > 0 && frame + packed.length() > batch.mtu()) {
      String last = packed.substring(before);
      packed.setLength(before);
      closeLine(batch);
      packed.append(last);
    }
    if (!config.packing()) {
      closeLine(batch);
    }
  }

  /** Adds the line of packed values, if there is one. */
  void closeLine(DatagramBatch batch) {
    if (packed.length() > 0) {
      lines.values(text, packed);
      packed.setLength(0);
      addText(batch, 1);
    }
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
