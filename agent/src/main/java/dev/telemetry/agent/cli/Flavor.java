package dev.telemetry.agent.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** By whose rules a line is read. */
enum Flavor {
  /** Takes DogStatsD's lines, and the signed gauges of a plain statsd. */
  AUTO,
  /** Takes and refuses what a plain statsd 0.9.0 does. */
  STANDARD,
  /** Takes and refuses what DogStatsD does. */
  DATADOG;

  /** Returns what reads lines of this flavor. */
  LineReader reader() {
    return this == STANDARD ? new StandardLines() : new DatadogLines(this == AUTO);
  }

  /** Returns the name as people write it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the flavor of that name, null where there is none. */
  static @Nullable Flavor of(String word) {
    for (Flavor flavor : values()) {
      if (flavor.word().equals(word)) {
        return flavor;
      }
    }
    return null;
  }

  /** Returns the names of all. */
  static List<String> words() {
    List<String> words = new ArrayList<>();
    for (Flavor flavor : values()) {
      words.add(flavor.word());
    }
    return words;
  }
}
