package dev.telemetry.agent.cli;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Adds up lines by series. For one thread. */
final class Totals {
  private final Map<SeriesKey, Series> series = new TreeMap<>();
  private long lines;
  private long bad;

  void add(Line line) {
    lines++;
    bad += line.refused().isEmpty() ? 0 : 1;
    for (Sample sample : line.samples()) {
      SeriesKey key = sample.series();
      series.computeIfAbsent(key, absent -> new Series(absent.type())).add(sample);
    }
  }

  /** Returns how many lines there were, the bad ones among them. */
  long lines() {
    return lines;
  }

  /** Returns how many lines were refused, wholly or in part. */
  long bad() {
    return bad;
  }

  /** Returns the series in the order of their names; a view. */
  Map<SeriesKey, Series> series() {
    return Collections.unmodifiableMap(series);
  }
}
