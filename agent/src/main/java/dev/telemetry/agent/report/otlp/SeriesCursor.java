package dev.telemetry.agent.report.otlp;

import dev.telemetry.agent.metrics.Series;
import dev.telemetry.agent.metrics.ValueSnapshot;
import dev.telemetry.agent.report.otlp.SeriesPoint.Mark;
import org.jspecify.annotations.Nullable;

/**
 * What was told of one series so far, and from there the point to tell next.
 *
 * <p>What did not arrive is part of the next point: as a whole it is anyway, and steps begin where
 * the last point that arrived has ended. Used by one thread.
 */
final class SeriesCursor {
  private final Series series;
  private final MetricShape shape;
  private final HistogramBounds bounds;
  private final boolean steps;

  /** What points leave out: what was there before the reporter, or what was told already. */
  private Mark from;

  /** The last point that arrived. */
  private Mark settled;

  private Mark last;
  private long round;
  private @Nullable Long goneNanos;

  /**
   * Begins with nothing told.
   *
   * @param steps whether what can be told by steps is
   * @param startNanos when the series was not there yet, since 1970
   */
  SeriesCursor(Series series, boolean steps, long startNanos) {
    this.series = series;
    shape = MetricShape.of(series.metric().definition());
    bounds = HistogramBounds.of(series);
    this.steps = steps && shape.hasSteps();
    from = new Mark(Reading.NONE, startNanos);
    settled = from;
    last = from;
  }

  /** Goes on from where another cursor of the same series stopped. */
  void follow(SeriesCursor before) {
    from = steps ? before.settled : before.from;
    settled = before.settled;
    last = before.last;
  }

  /** Leaves out what was recorded until now; a last value is still told. */
  void skip(long nanos) {
    from = new Mark(Reading.of(series, shape, bounds), nanos);
    settled = from;
    last = from;
  }

  /** Remembers that the series was there in a round, by its number. */
  void seen(long number) {
    round = number;
  }

  boolean seenIn(long number) {
    return round == number;
  }

  /**
   * Returns the point to tell now; null where there is none.
   *
   * @throws RuntimeException or a {@link LinkageError} where the series cannot be read
   */
  @Nullable SeriesPoint point(long nanos) {
    Reading now = Reading.of(series, shape, bounds);
    if (now.count < last.reading.count) {
      // what is observed elsewhere has begun again
      from = new Mark(Reading.NONE, last.nanos);
      settled = from;
    }
    last = new Mark(now, nanos);
    boolean news = steps ? now.count != from.reading.count : !isNone(now);
    return news ? new SeriesPoint(this, from, now.finite(), nanos) : null;
  }

  private boolean isNone(Reading now) {
    return shape.isMomentary() && Double.isNaN(now.value);
  }

  /** Returns when it was first asked this, which is when its series was found to be gone. */
  long goneSince(long nanos) {
    Long since = goneNanos;
    if (since == null) {
      since = nanos;
      goneNanos = since;
    }
    return since;
  }

  /** Tells whether a series that is gone has something that did not arrive. */
  boolean isOwing() {
    return !shape.isMomentary() && series.count() != settled.reading.count;
  }

  void settle(Mark point) {
    settled = point;
    if (steps) {
      from = point;
    }
  }

  /** Returns the values of a reading that came after the last point that arrived. */
  ValueSnapshot newValues(Reading reading) {
    return reading.values.since(settled.reading.values);
  }

  Series series() {
    return series;
  }

  MetricShape shape() {
    return shape;
  }

  HistogramBounds bounds() {
    return bounds;
  }
}
