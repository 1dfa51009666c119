package dev.telemetry.agent.cli;

import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What samples have in common that are added up: name, tags, type. Immutable. */
final class SeriesKey implements Comparable<SeriesKey> {
  private static final Comparator<SeriesKey> ORDER =
      Comparator.comparing(SeriesKey::name)
          .thenComparing(SeriesKey::tags)
          .thenComparing(SeriesKey::type);

  private final String name;
  private final String tags;
  private final SampleType type;

  /**
   * Names a series.
   *
   * @param tags as the line has them, separated by commas; empty for none
   */
  SeriesKey(String name, String tags, SampleType type) {
    this.name = name;
    this.tags = tags;
    this.type = type;
  }

  String name() {
    return name;
  }

  String tags() {
    return tags;
  }

  SampleType type() {
    return type;
  }

  /** By name, then tags, then type. */
  @Override
  public int compareTo(SeriesKey other) {
    return ORDER.compare(this, other);
  }

  /** Equal where all three are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SeriesKey && compareTo((SeriesKey) other) == 0;
  }

  /** Fits {@link #equals}. */
  @Override
  public int hashCode() {
    return Objects.hash(name, tags, type);
  }

  /** For people who debug. */
  @Override
  public String toString() {
    return name + "|" + type.symbol() + (tags.isEmpty() ? "" : "|#" + tags);
  }
}
