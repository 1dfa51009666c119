package dev.telemetry.agent.cli;

import java.util.Collections;
import java.util.List;

/** What one line was found to say: samples, and what was refused. Immutable. */
final class Line {
  private final List<Sample> samples;
  private final List<String> refused;

  private Line(List<Sample> samples, List<String> refused) {
    this.samples = samples;
    this.refused = refused;
  }

  /** A line that was taken whole. */
  static Line of(List<Sample> samples) {
    return new Line(samples, Collections.emptyList());
  }

  /** A line that was refused whole. */
  static Line bad(String reason, String text) {
    return new Line(Collections.emptyList(), Collections.singletonList(complaint(reason, text)));
  }

  /** A line of which parts may have been refused, each with a complaint. */
  static Line of(List<Sample> samples, List<String> refused) {
    return new Line(samples, refused);
  }

  /** Returns the words in which a statsd complains. */
  static String complaint(String what, String text) {
    return "Bad line: " + what + " in msg \"" + text + "\"";
  }

  List<Sample> samples() {
    return samples;
  }

  /** Returns a complaint for each part that was refused; empty where all was taken. */
  List<String> refused() {
    return refused;
  }
}
