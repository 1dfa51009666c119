package dev.telemetry.agent.report.otlp;

import dev.telemetry.TelemetryEvents;
import dev.telemetry.agent.report.OwnMetrics;
import dev.telemetry.instrumentation.MetricDefinition;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * What OpenTelemetry's semantic conventions say beyond name and unit: the instrument of a metric,
 * the type of an attribute. By https://opentelemetry.io/docs/specs/semconv/, version 1.37.
 *
 * <p>The names are the conventions' own; they hold for whoever defines a metric or a tag of such a
 * name. Thread pools and WebSockets, of which the conventions know nothing, and what the agent
 * tells about itself are held to the same: sums only grow, last values add up over their
 * attributes.
 */
final class Conventions {
  private static final Set<String> INTEGERS =
      setOf(
          "http.response.status_code",
          "http.request.resend_count",
          "server.port",
          "client.port",
          "network.peer.port",
          "network.local.port",
          "url.port",
          "code.line.number",
          "thread.id",
          "process.pid",
          "websocket.close.code");

  private static final Set<String> FLAGS = setOf("jvm.thread.daemon");

  /** Numbers that add up over their attributes, and go up and down. */
  private static final Set<String> UP_DOWN_COUNTERS =
      setOf(
          "http.server.active_requests",
          "http.client.active_requests",
          "db.client.operation.active",
          "http.client.open_connections",
          "executor.pool.threads",
          "executor.pool.active",
          "executor.pool.limit",
          "executor.pool.queued",
          "db.client.connection.count",
          "db.client.connection.idle.max",
          "db.client.connection.idle.min",
          "db.client.connection.max",
          "db.client.connection.pending_requests",
          "websocket.session.active",
          "jvm.memory.used",
          "jvm.memory.committed",
          "jvm.memory.limit",
          "jvm.memory.used_after_last_gc",
          "jvm.thread.count",
          "jvm.class.count",
          "jvm.cpu.count",
          "jvm.buffer.memory.used",
          "jvm.buffer.memory.limit",
          "jvm.buffer.count",
          "jvm.file_descriptor.count",
          "jvm.file_descriptor.limit");

  /** Sums of what is never negative. */
  private static final Set<String> COUNTERS =
      setOf(
          "jvm.class.loaded",
          "jvm.class.unloaded",
          "jvm.cpu.time",
          "executor.pool.completed",
          "db.client.operation.rows");

  private Conventions() {}

  /** Tells whether a last value is an up-down counter rather than a gauge. */
  static boolean isUpDownCounter(MetricDefinition definition) {
    return UP_DOWN_COUNTERS.contains(definition.name()) || OwnMetrics.have(definition.name());
  }

  /** Tells whether a sum can only grow: the conventions say so, or it is one of durations. */
  static boolean isCounter(MetricDefinition definition) {
    return COUNTERS.contains(definition.name())
        || OwnMetrics.have(definition.name())
        || definition.measurement().equals(TelemetryEvents.DURATION);
  }

  /** Tells whether an attribute is a whole number. */
  static boolean isInteger(String key) {
    return INTEGERS.contains(key);
  }

  /** Tells whether an attribute is true or false. */
  static boolean isFlag(String key) {
    return FLAGS.contains(key);
  }

  private static Set<String> setOf(String... names) {
    return new HashSet<>(Arrays.asList(names));
  }
}
