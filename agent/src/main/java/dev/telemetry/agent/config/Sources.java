package dev.telemetry.agent.config;

import java.util.ArrayList;
import java.util.List;

/** Everything that one configuration was read from, with what it said then. For one thread. */
final class Sources {
  private final List<Source> sources = new ArrayList<>();
  private final List<String> seen = new ArrayList<>();

  /** Adds a source just before it is read. */
  void add(Source source) {
    sources.add(source);
    seen.add(source.look());
  }

  /** Returns what they said when they were read. */
  List<String> seen() {
    return seen;
  }

  /** Looks at all of them again. */
  List<String> look() {
    List<String> now = new ArrayList<>();
    sources.forEach(source -> now.add(source.look()));
    return now;
  }

  /** Tells whether one of them is empty now. */
  boolean anyEmpty() {
    return sources.stream().anyMatch(Source::isEmpty);
  }
}
