package dev.telemetry.agent.report.log;

import dev.telemetry.agent.config.ConfigNode;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The section {@code reporters.log}. Immutable. */
final class LogConfig {
  private final long everyNanos;
  private final boolean json;

  private LogConfig(ConfigNode node) {
    everyNanos =
        node.child("every", "How often lines are printed.")
            .nanos(TimeUnit.MILLISECONDS.toNanos(100), TimeUnit.SECONDS.toNanos(10));
    json =
        node.child("format", "Lines for people, or a JSON object a line.")
            .choice("text", "text", "json")
            .equals("json");
  }

  /** Reads the section; null where it is wrong. */
  static @Nullable LogConfig read(ConfigNode node) {
    LogConfig config = new LogConfig(node);
    node.child("events").notAvailable();
    node.rejectUnread();
    return node.failed() ? null : config;
  }

  /** Returns the time between two prints. */
  long everyNanos() {
    return everyNanos;
  }

  /** Tells whether a line is a JSON object. */
  boolean json() {
    return json;
  }
}
