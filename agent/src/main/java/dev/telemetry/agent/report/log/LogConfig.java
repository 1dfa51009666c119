package dev.telemetry.agent.report.log;

import dev.telemetry.Handler;
import dev.telemetry.OnFailure;
import dev.telemetry.agent.config.ConfigNode;
import dev.telemetry.agent.report.EventLine;
import dev.telemetry.agent.report.RateLimit;
import dev.telemetry.bus.Bus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The section {@code reporters.log}. Immutable. */
final class LogConfig {
  private final long everyNanos;
  private final boolean json;
  private final List<String> events = new ArrayList<>();
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
    ConfigNode patterns =
        node.child("events", "Events that are printed too, by name or pattern such as `http.**`.");
    patterns.items().forEach(this::addPattern);
    secrets =
        node.child("secrets", "Words: a key of an event that has one in it is printed as `****`.")
            .texts();
    limit =
        RateLimit.read(
            node.child("limit", "How many events are printed, such as `10/min`; the rest is lost."),
            "100/s");
  }

  /** The bus is who knows what a pattern is. */
  private void addPattern(ConfigNode item) {
    String text = item.text();
    try {
      if (text != null) {
        Handler none = (event, measurements, metadata) -> {};
        new Bus().attach("check", Collections.singleton(text), none, OnFailure.keep(1));
        events.add(text);
      }
    } catch (IllegalArgumentException malformed) {
      item.expected("an event or a pattern such as http.server.**", text);
    }
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
