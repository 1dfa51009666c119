package dev.telemetry.agent.report.log;

import dev.telemetry.agent.config.ConfigNode;
import dev.telemetry.agent.config.EventPatterns;
import dev.telemetry.agent.report.EventLine;
import dev.telemetry.agent.report.OwnMetrics;
import dev.telemetry.agent.report.RateLimit;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The section {@code reporters.log}. Immutable. */
final class LogConfig {
  private final long everyNanos;
  private final boolean json;
  private final boolean ownMetrics;
  private final @Nullable Path file;
  private final List<String> events;
  private final List<String> secrets;
  private final RateLimit limit;

  private LogConfig(ConfigNode node) {
    everyNanos =
        node.child("every", "How often lines are printed.")
            .nanos(TimeUnit.MILLISECONDS.toNanos(100), TimeUnit.SECONDS.toNanos(10));
    json =
        node.child("format", "Lines for people, or a JSON object a line.")
            .choice("text", "text", "json")
            .equals("json");
    ownMetrics = OwnMetrics.read(node);
    file = path(node.child("file", "A file that the lines are appended to, instead of stderr."));
    events =
        EventPatterns.read(
            node.child(
                "events", "Events that are printed too, by name or pattern such as `http.**`."));
    secrets =
        node.child("secrets", "Words: a key of an event that has one in it is printed as `****`.")
            .texts();
    limit =
        RateLimit.read(
            node.child("limit", "How many events are printed, such as `10/min`; the rest is lost."),
            "100/s");
  }

  private static @Nullable Path path(ConfigNode node) {
    String text = node.text();
    try {
      if (text != null && !text.isEmpty()) {
        return Paths.get(text);
      }
    } catch (InvalidPathException none) {
      // told below
    }
    if (text != null) {
      node.expected("the path of a file", text);
    }
    return null;
  }

  /** Reads the section; null where it is wrong. */
  static @Nullable LogConfig read(ConfigNode node) {
    LogConfig config = new LogConfig(node);
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

  /** Tells whether the agent's metrics about itself are printed. */
  boolean ownMetrics() {
    return ownMetrics;
  }

  /** Returns the file that lines go to; null for stderr. */
  @Nullable Path file() {
    return file;
  }

  /** Returns names and patterns of the events that are printed; empty for none. */
  List<String> events() {
    return events;
  }

  /** Returns how an event is printed. */
  EventLine eventLine() {
    return new EventLine(json, secrets);
  }

  /** Returns how many events are printed, as a limit that has admitted none yet. */
  RateLimit newLimit() {
    return limit.fresh();
  }
}
