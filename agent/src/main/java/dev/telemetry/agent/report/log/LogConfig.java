package dev.telemetry.agent.report.log;

import dev.telemetry.agent.config.ConfigNode;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The section {@code reporters.log}; each accessor documents one key. Immutable. */
final class LogConfig {
  private final long everyNanos;
  private final boolean json;

  private LogConfig(ConfigNode node) {
    everyNanos =
        node.child("every").nanos(TimeUnit.MILLISECONDS.toNanos(100), TimeUnit.SECONDS.toNanos(10));
    json = node.child("format").choice("text", "text", "json").equals("json");
  }

  /** Reads the section; null where it is wrong. */
  static @Nullable LogConfig read(ConfigNode node) {
    LogConfig config = new LogConfig(node);
    node.child("events").notAvailable();
    node.rejectUnread();
    return node.failed() ? null : config;
  }

  /** {@code every}: how often lines are printed, at least {@code 100ms}; {@code 10s} by default. */
  long everyNanos() {
    return everyNanos;
  }

  /** {@code format}: {@code text} (default) or {@code json}. */
  boolean json() {
    return json;
  }
}
