package dev.telemetry.agent.dashboard;

import dev.telemetry.agent.json.JsonWriter;
import dev.telemetry.agent.metrics.Series;
import dev.telemetry.agent.metrics.ValueSnapshot;

/** Follows one series: tells what has changed since it was last asked. For one thread. */
final class Track {
  private final int id;
  private final int metric;
  private final Series series;
  private long seenAt;
  private long count;
  private double sum;
  private double last = Double.NaN;
  private ValueSnapshot values = ValueSnapshot.EMPTY;

  /**
   * Begins at zero, so that the first change is all there is.
   *
   * @param id tells the series on the wire
   * @param metric tells its metric there
   */
  Track(int id, int metric, Series series) {
    this.id = id;
    this.metric = metric;
    this.series = series;
  }

  int id() {
    return id;
  }

  int metric() {
    return metric;
  }

  Series series() {
    return series;
  }

  long seenAt() {
    return seenAt;
  }

  void seenAt(long frame) {
    seenAt = frame;
  }

  /**
   * Writes the change as an array that begins with the id; nothing where there is none.
   *
   * @param whole whether a value is written that has not changed
   */
  void writeChange(JsonWriter json, boolean whole) {
    switch (series.metric().definition().type()) {
      case COUNTER:
        writeCount(json);
        break;
      case SUM:
        writeSum(json);
        break;
      case LAST_VALUE:
        writeLast(json, whole);
        break;
      default:
        writeValues(json);
    }
  }

  /** {@code [id, total, more]}. */
  private void writeCount(JsonWriter json) {
    long now = series.count();
    if (now != count) {
      json.array().number(id).number(now).number(now - count).endArray();
      count = now;
    }
  }

  /** {@code [id, total, more]}. */
  private void writeSum(JsonWriter json) {
    double now = series.sum();
    if (now != sum && !Double.isNaN(now)) {
      json.array().number(id).number(now).number(now - sum).endArray();
      sum = now;
    }
  }

  /** {@code [id, value]}. */
  private void writeLast(JsonWriter json, boolean whole) {
    double now = series.lastValue();
    if (!Double.isNaN(now) && (whole || now != last)) {
      json.array().number(id).number(now).endArray();
      last = now;
    }
  }

  /** {@code [id, values, sum, more values, more sum, bucket, more in it, bucket, more, ...]}. */
  private void writeValues(JsonWriter json) {
    if (series.count() == count) {
      return;
    }
    ValueSnapshot nowValues = series.values();
    long now = nowValues == ValueSnapshot.EMPTY ? series.count() : nowValues.count();
    double nowSum = series.sum();
    json.array().number(id).number(now).number(nowSum).number(now - count).number(nowSum - sum);
    nowValues.since(values).forEachBucket((bucket, more) -> json.number(bucket).number(more));
    json.endArray();
    count = now;
    sum = nowSum;
    values = nowValues;
  }

  /** Writes the series as an object, with its totals at the last change that was written. */
  void writeSeries(JsonWriter json) {
    json.object().number("id", id).number("metric", metric).array("tags");
    series.tagValues().forEach(json::textOrNull);
    json.endArray().number("count", count).number("sum", sum).number("last", last).endObject();
  }
}
