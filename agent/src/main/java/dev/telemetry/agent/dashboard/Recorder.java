package dev.telemetry.agent.dashboard;

import dev.telemetry.agent.json.JsonWriter;
import dev.telemetry.agent.metrics.SeriesRegistry;

/**
 * Records a frame a second, and tells what a newcomer has to know to read the frames. Thread-safe.
 */
final class Recorder {
  private final History history = new History();
  private final Collector collector;

  Recorder(SeriesRegistry registry) {
    collector = new Collector(registry);
  }

  /** Records the frame of now. */
  synchronized void record() {
    long number = history.newest() + 1;
    history.add(collector.frame(number, System.currentTimeMillis(), history.beginsChunk()));
  }

  /** Writes, behind keys, the numbers of the frames there are and all series as of the newest. */
  synchronized void write(JsonWriter json) {
    json.number("oldest", history.oldest()).number("newest", history.newest());
    json.number("bytes", history.bytes());
    collector.writeAll(json);
  }

  History history() {
    return history;
  }
}
