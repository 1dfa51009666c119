package dev.telemetry.agent.report;

import dev.telemetry.agent.config.ConfigNode;
import dev.telemetry.agent.metrics.Series;

/** The metrics of the agent about itself, which not everybody wants to see. */
public final class OwnMetrics {
  private static final String PREFIX = "telemetry.";

  private OwnMetrics() {}

  /** Reads the key of a reporter's section that says whether they are wanted; true by default. */
  public static boolean read(ConfigNode section) {
    return section
        .child("own-metrics", "Whether the metrics about the agent itself are sent.")
        .flag(true);
  }

  /** Tells whether a series is of one of them. */
  public static boolean have(Series series) {
    return have(series.metric().definition().name());
  }

  /** Tells whether a metric of this name is one of them. */
  public static boolean have(String metric) {
    return metric.startsWith(PREFIX);
  }
}
