package dev.telemetry.agent.cli;

import org.jspecify.annotations.Nullable;

/** What is done with a sample's value. */
enum SampleType {
  COUNTER("c"),
  GAUGE("g"),
  TIMER("ms"),
  HISTOGRAM("h"),
  DISTRIBUTION("d"),
  SET("s"),
  EVENT("_e"),
  SERVICE_CHECK("_sc");

  private final String symbol;

  SampleType(String symbol) {
    this.symbol = symbol;
  }

  /** Returns the type as lines write it. */
  String symbol() {
    return symbol;
  }

  /** Tells whether single values matter: their percentiles are shown. */
  boolean spread() {
    return this == TIMER || this == HISTOGRAM || this == DISTRIBUTION;
  }

  /** Returns the metric type that lines write so, null where there is none. */
  static @Nullable SampleType of(String symbol) {
    for (SampleType type : values()) {
      if (type.symbol.equals(symbol) && !symbol.startsWith("_")) {
        return type;
      }
    }
    return null;
  }
}
