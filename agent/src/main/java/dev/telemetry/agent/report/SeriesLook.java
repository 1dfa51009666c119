package dev.telemetry.agent.report;

import dev.telemetry.agent.metrics.Series;
import dev.telemetry.agent.metrics.ValueSnapshot;
import org.jspecify.annotations.Nullable;

/** What a series was when it was last looked at. */
final class SeriesLook {
  private long count;
  private double sum;
  private double last = Double.NaN;
  private @Nullable ValueSnapshot values;
  private long lastRound;

  /** Returns what came since the last look; null where nothing did. */
  @Nullable SeriesChange lookAt(Series series, long round) {
    seen(round);
    long countNow = series.count();
    double sumNow = series.sum();
    double lastNow = series.lastValue();
    if (countNow == count && isSame(sumNow, sum) && isSame(lastNow, last)) {
      return null;
    }
    ValueSnapshot valuesNow = series.values();
    ValueSnapshot came = values == null ? valuesNow : valuesNow.since(values);
    SeriesChange change = new SeriesChange(series, countNow - count, sumNow - sum, came);
    count = countNow;
    sum = sumNow;
    last = lastNow;
    values = valuesNow;
    return change;
  }

  private static boolean isSame(double a, double b) {
    return a == b || Double.isNaN(a);
  }

  void seen(long round) {
    lastRound = round;
  }

  boolean isFrom(long round) {
    return lastRound == round;
  }
}
