package dev.telemetry.agent.dashboard;

import dev.telemetry.agent.json.JsonWriter;
import dev.telemetry.agent.metrics.Metric;
import dev.telemetry.agent.metrics.Series;
import dev.telemetry.agent.metrics.SeriesRegistry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns what the series hold now into a frame: what has changed since the one before. However often
 * something happens, it is one entry a second. For one thread at a time.
 */
final class Collector {
  static final int MOST_SERIES = 2_000;

  private final SeriesRegistry registry;
  private final int mostSeries;
  private final IdentityHashMap<Series, Track> tracks = new IdentityHashMap<>();
  private final Map<Metric, Integer> metrics = new LinkedHashMap<>();
  private int ids;
  private int metricIds;
  private int leftOut;

  Collector(SeriesRegistry registry) {
    this(registry, MOST_SERIES);
  }

  /** Makes one that follows so many series at most. */
  Collector(SeriesRegistry registry, int mostSeries) {
    this.registry = registry;
    this.mostSeries = mostSeries;
  }

  /**
   * Returns the next frame as a line that ends with a line feed.
   *
   * @param number of the frame
   * @param millis when that is, since 1970
   * @param whole whether it tells values that have not changed
   */
  byte[] frame(long number, long millis, boolean whole) {
    JsonWriter json = new JsonWriter().object().number("n", number).number("t", millis);
    writeNew(json, find(number));
    writeGone(json, number);
    json.array("s");
    tracks.values().forEach(track -> track.writeChange(json, whole));
    return (json.endArray().endObject() + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private List<Track> find(long number) {
    List<Track> found = new ArrayList<>();
    leftOut = 0;
    registry.forEach(series -> see(series, number, found));
    return found;
  }

  private void see(Series series, long number, List<Track> found) {
    Track track = tracks.get(series);
    if (track == null) {
      if (tracks.size() >= mostSeries) {
        leftOut++;
        return;
      }
      track = new Track(++ids, metric(series.metric()), series);
      tracks.put(series, track);
      found.add(track);
    }
    track.seenAt(number);
  }

  private int metric(Metric metric) {
    return metrics.computeIfAbsent(metric, first -> ++metricIds);
  }

  private void writeNew(JsonWriter json, List<Track> found) {
    if (!found.isEmpty()) {
      Map<Metric, Integer> named = new LinkedHashMap<>();
      found.forEach(track -> named.put(track.series().metric(), track.metric()));
      writeMetrics(json, named);
      json.array("series");
      found.forEach(track -> track.writeSeries(json));
      json.endArray();
    }
  }

  private void writeGone(JsonWriter json, long number) {
    List<Integer> gone = new ArrayList<>();
    for (Iterator<Track> all = tracks.values().iterator(); all.hasNext(); ) {
      Track track = all.next();
      if (track.seenAt() != number) {
        gone.add(track.id());
        all.remove();
      }
    }
    if (!gone.isEmpty()) {
      json.array("gone");
      gone.forEach(json::number);
      json.endArray();
      forgetMetrics();
    }
  }

  private void forgetMetrics() {
    Map<Metric, Integer> used = new LinkedHashMap<>();
    tracks.values().forEach(track -> used.put(track.series().metric(), track.metric()));
    metrics.keySet().retainAll(used.keySet());
  }

  /** Writes, behind keys, all metrics and series with their totals as of the newest frame. */
  void writeAll(JsonWriter json) {
    json.number("left_out", leftOut);
    writeMetrics(json, metrics);
    json.array("series");
    tracks.values().forEach(track -> track.writeSeries(json));
    json.endArray();
  }

  private static void writeMetrics(JsonWriter json, Map<Metric, Integer> metrics) {
    json.array("metrics");
    metrics.forEach((metric, id) -> MetricShape.write(json, metric, id));
    json.endArray();
  }

  /** Returns how many series there are that it does not follow. */
  int leftOut() {
    return leftOut;
  }
}
